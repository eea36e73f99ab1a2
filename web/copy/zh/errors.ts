/**
 * A code of a field's error as a sentence that says what to do. Every function takes the field's label; some take a
 * limit. A capability keeps its own codes in its own copy file, in the same pattern.
 */
export const errors = {
  required: (label: string) => `请填写${label}`,
  choose: (label: string) => `请选择${label}`,
  invalid: (label: string) => `${label}的格式不对，请检查`,
  tooLong: (label: string, limit?: number) =>
    limit ? `${label}太长，请控制在 ${limit} 个字以内` : `${label}太长，请缩短`,
  tooShort: (label: string, limit?: number) =>
    limit ? `${label}至少要 ${limit} 个字` : `${label}太短，请补充`,
  characters: (label: string) => `${label}里有不能使用的字符，请删去表情等特殊符号`,
  checkDigit: (label: string) => `${label}不对，请对照证件核对每一位`,
  phone: (label: string) => `请填写正确的${label}，如 13800000000 或 0571-88880000`,
  email: (label: string) => `请填写正确的${label}，如 name@example.com`,
  date: (label: string) => `${label}不是有效的日期，请检查`,
  dateFuture: (label: string) => `${label}不能晚于今天`,
  datePast: (label: string) => `${label}不能早于今天`,
  fileRequired: (label: string) => `请选择${label}`,
  fileEmpty: () => "文件是空的，请重新选择",
  fileSize: (_label: string, limit?: number) => `文件太大，请选择不超过 ${limit ?? 10} MB 的文件`,
  fileType: () => "文件类型不支持，请选择 PDF、JPEG、PNG、DOCX 或 OFD 文件",
  fileCount: (_label: string, limit?: number) => `最多上传 ${limit ?? 5} 个文件，请先删除一个`,
  fileExpired: () => "等待时间过长，请重新选择文件",
};

export type ErrorCode = keyof typeof errors;
