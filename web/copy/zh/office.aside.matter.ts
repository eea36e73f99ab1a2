/** Whose matter it is, and how many it is, as pages of the office say it. */
export const asideMatter = {
  transfer: {
    title: "转给其他单位",
    text: "申请的事项属于本级其他单位职责、申请人写错了单位的，转给那个单位办理，并告知申请人。期限不重新计算。不属于本级单位的，请用“本机关不掌握相关政府信息”答复，并告知有关行政机关的名称和联系方式。",
    fields: {
      unit: { label: "转给哪个单位", hint: "转出后，本单位不能再查看这一件。" },
      reason: { label: "转办的原因", hint: "接收单位会看到。最多 500 字。" },
    },
    tick: "我已核对。转出后由那个单位办理，并告知申请人。",
    button: "转给这个单位",
  },
  split: {
    title: "拆分为几件（一事一申请）",
    text: "一份申请里有几件不同的事项的，可以按合理的最小单位拆分。每一件有自己的编号、期限和答复，从同一个收到日起算；原申请办结，不再单独计数。拆分后不能恢复。",
    fields: {
      parts: { label: "每一件的信息名称", hint: "一行写一件，2 到 10 件。描述和附件各件都会带上。" },
    },
    tick: "我已核对每一件的名称，并告知申请人。",
    button: "拆分",
  },
};
