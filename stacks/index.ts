/** Everything that runs on AWS. Each file declares one part and can be read on its own. */
import { alarmTopic } from "./alarms.ts";
import { api } from "./api.ts";
import { citizen } from "./citizen.ts";
import { publicOrigin } from "./edge.ts";
import { files } from "./files.ts";
import { office } from "./office.ts";
import { schedule } from "./schedule.ts";
import { dataKeyAlias } from "./secrets.ts";
import { storage } from "./storage.ts";
import { stream } from "./stream.ts";

/**
 * What the operator needs to find afterwards; none of it is secret. Every part is named here, because the bundler
 * drops a file of which nothing is used, and with it what the file declares.
 */
export const outputs = {
  publicOrigin,
  citizen: citizen.name,
  office: office.name,
  api: api.name,
  schedule: schedule.nodes.function.name,
  stream: stream.apply((subscriber) => subscriber.nodes.function.name),
  table: storage.name,
  bucket: files.name,
  dataKey: dataKeyAlias.name,
  alarms: alarmTopic.arn,
};
