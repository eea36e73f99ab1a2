/**
 * Files that bear the mark of a state secret (密级标志): 绝密, 机密 or 秘密 with a star and, behind it, how long
 * (保守国家秘密法 22; GB/T 9704 7.2.2). This system is none for state secrets (保守国家秘密法实施条例 41), so such a file is
 * refused before it is kept. Words of the language, as in 商业秘密 or 保守国家秘密法, are no mark. Pure.
 */

/** The star is what makes it a mark: with spaces or without, in any of the forms that keyboards give. */
const MARK_IN_TEXT = /(?:绝\s{0,4}密|机\s{0,4}密|秘\s{0,4}密)\s{0,6}[★☆]/;

/** Of a name: a mark with its star, or the level standing by itself between brackets, dashes, spaces or figures. */
const MARK_IN_NAME =
  /(?:绝密|机密|秘密)\s*[★☆*＊]|(?:^|[\s（()【[〔_—-])(?:绝密|机密|秘密)(?=$|[\s）)】\]〕_.—-]|\d)/;

export const isMarkedName = (name: string): boolean => MARK_IN_NAME.test(name.normalize("NFC"));

export const isMarkedText = (text: string): boolean => MARK_IN_TEXT.test(text.normalize("NFC"));
