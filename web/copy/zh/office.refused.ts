/** Why somebody may not see or do something. */
export const refused = {
  title: "您不能查看或办理这一项",
  recorded: "这次操作没有进行，已留痕。",
  role: "您的角色没有这项权限。",
  unit: "这一件属于其他单位。",
  not_assignee: "这一件的承办人不是您。",
  same_person: "拟写答复的人不能审核自己的拟答复，请由另一人审核。",
  other_case: "您没有这项权限。",
  out_of_turn: "当时的环节不办这一项。",
  typed: "您填写的内容在下面，需要时可以复制：",
  back: "返回待办",
};
