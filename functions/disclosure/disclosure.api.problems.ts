/** What each problem that this API can answer means, in words that may be shown to people. */
import { commonProblems, type ProblemCatalogue } from "../kit/json.ts";

const requests = {
  idempotency_key_required: {
    status: 428,
    zh: "请在 Idempotency-Key 里给出这次提交的标识，重试时用同一个。",
    en: "Name this request in the header Idempotency-Key, and use the same name when you try again.",
  },
  idempotency_key_invalid: {
    status: 400,
    zh: "Idempotency-Key 应为 16 到 200 个可见的 ASCII 字符。",
    en: "An Idempotency-Key has 16 to 200 visible ASCII characters.",
  },
  token_reused: {
    status: 422,
    zh: "这个 Idempotency-Key 已用于内容不同的提交。",
    en: "This Idempotency-Key was used for a request with other content.",
  },
  if_match_invalid: {
    status: 400,
    zh: "If-Match 应为带引号的版本号，和 ETag 一样。",
    en: "If-Match holds one version in quotes, as the ETag does.",
  },
  version_required: {
    status: 428,
    zh: "请在 If-Match 里给出您看到的版本，和 ETag 一样。",
    en: "Say in If-Match which version you have seen, as its ETag has it.",
  },
  proof_required: {
    status: 400,
    zh: "请在 Query-Code 里给出查询码。",
    en: "Show the query code in the header Query-Code, or where the document says so Phone-Last4.",
  },
  proof_invalid: {
    status: 400,
    zh: "查询码是 8 位字母和数字，手机尾号是 4 位数字。",
    en: "A query code has 8 letters and digits, the end of a phone number 4 digits.",
  },
  too_many_tries: {
    status: 429,
    zh: "试的次数太多，请按 Retry-After 过一会儿再试。",
    en: "Too many wrong tries; try again after the seconds in Retry-After.",
  },
} as const satisfies ProblemCatalogue;

const cases = {
  case_not_found: {
    status: 404,
    zh: "没有查到：编号不存在，或者和查询码、手机尾号对不上。",
    en: "Not found: there is no such case, or what was shown does not belong to it.",
  },
  consultation_not_found: {
    status: 404,
    zh: "没有这一份征求意见，或者凭证不对。",
    en: "There is no such consultation, or the token does not belong to it.",
  },
  file_not_found: { status: 404, zh: "没有这个文件。", en: "There is no such file." },
  report_not_found: {
    status: 404,
    zh: "没有这份年度报告，或者还没有发布。",
    en: "There is no such annual report, or it is not published yet.",
  },
  action_not_found: { status: 404, zh: "没有这个操作。", en: "There is no such action." },
  out_of_turn: {
    status: 409,
    zh: "办件现在的环节不能做这个操作。",
    en: "The case is at a step where this cannot be done.",
  },
  case_changed: {
    status: 409,
    zh: "办件刚刚有变化，请读取最新情况后再操作。",
    en: "The case has changed meanwhile; read it again before you act.",
  },
} as const satisfies ProblemCatalogue;

const files = {
  file_missing: {
    status: 422,
    zh: "没有收到文件，可能等待时间过长，请重新上传。",
    en: "No file has arrived for this upload, or its form has expired; post it again.",
  },
  file_empty: { status: 422, zh: "文件是空的。", en: "The file is empty." },
  file_too_large: { status: 422, zh: "文件超过 10 MB。", en: "The file is larger than 10 MB." },
  file_type: {
    status: 422,
    zh: "文件不是 PDF、JPEG、PNG、DOCX 或 OFD，或者内容与名称不符。",
    en: "By its content the file is no PDF, JPEG, PNG, DOCX or OFD.",
  },
  file_changed: {
    status: 422,
    zh: "文件在检查时发生了变化，请重新上传。",
    en: "The file changed while it was being checked; post it again.",
  },
  file_secret: {
    status: 422,
    zh: "文件有密级标志。涉及国家秘密的文件不能上传，也不能通过互联网传输，请按保密规定当面提交或者联系受理单位。",
    en: "The file bears the mark of a state secret. It may not be uploaded or sent over the internet; hand it in as the rules on secrets say.",
  },
  too_many_files: { status: 409, zh: "最多 5 个附件。", en: "A case takes five attachments at most." },
} as const satisfies ProblemCatalogue;

const people = {
  unauthorized: {
    status: 401,
    zh: "需要有效的访问令牌。",
    en: "A valid access token of the issuer is needed.",
  },
  no_role: { status: 403, zh: "令牌里没有本系统的角色。", en: "The token names no role of this system." },
  no_unit: { status: 403, zh: "令牌里没有所属单位。", en: "The token names no unit." },
  role: { status: 403, zh: "您的角色不能做这件事。", en: "Your role may not do this." },
  unit: { status: 403, zh: "这是别的单位的办件。", en: "This belongs to another unit." },
  not_assignee: {
    status: 403,
    zh: "这件由另一位承办人员办理。",
    en: "Somebody else handles this case.",
  },
  same_person: {
    status: 403,
    zh: "审核人不能是拟答复的人。",
    en: "Whoever wrote a proposal may not review it.",
  },
} as const satisfies ProblemCatalogue;

export const problems = { ...commonProblems, ...requests, ...cases, ...files, ...people };

/** What every route that does work can answer. */
export const always = ["internal", "busy"] as const;
/** What every route with a body can answer. */
export const ofBody = ["malformed_json", "json_expected", "too_large", "invalid"] as const;
/** What every route can answer that asks the applicant for a proof. */
export const ofProof = ["proof_required", "proof_invalid", "case_not_found", "too_many_tries"] as const;
/** What every route of an office can answer; each adds why the permission table may say no. */
export const ofOffice = ["unauthorized", "no_role", "no_unit"] as const;
/** What every route can answer that looks at a file that was posted. */
export const ofFile = [
  "file_missing",
  "file_empty",
  "file_too_large",
  "file_type",
  "file_changed",
  "file_secret",
] as const;
