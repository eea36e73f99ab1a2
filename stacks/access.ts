/**
 * Who may touch what, as plain data. Items go by the prefix of their partition key, files by the prefix of theirs.
 * Whatever is not named here is refused by AWS, also when the code asks for it.
 */

export type FunctionName = "citizen" | "office" | "api" | "schedule" | "stream";

export interface Access {
  /** Get and query. */
  readonly read: readonly string[];
  /** Put and update, also on a condition. */
  readonly write: readonly string[];
  /** Update only: what is there can be changed, and nothing new made. */
  readonly change: readonly string[];
  /** Put only: what was added can be neither read, changed nor removed by the same function. */
  readonly add: readonly string[];
  /** Asked only whether something is there, within a transaction. */
  readonly check?: readonly string[];
  readonly remove: readonly string[];
  /** Indexes that may be queried, whatever the partition. */
  readonly indexes: readonly string[];
  readonly files: {
    readonly read: readonly string[];
    readonly write: readonly string[];
    readonly remove: readonly string[];
  };
  /** Whether it opens personal data, and so needs the data keys. */
  readonly opens: boolean;
}

const queues = ["byUnit", "byStep", "byAssignee", "byAssigneeStep"];
const bothFolders = ["incoming/", "kept/"];
/** To remove is to put a marker on top: the bytes stay as an earlier version, which nobody here may touch. */
const uploads = { read: bothFolders, write: bothFolders, remove: bothFolders };
/** What booking a seat reads. */
const halls = ["HALL#", "SEAT#", "BOOKING#", "GUARD#", "AVAILABILITY#", "WAIT#", "RELEASE#"];
/** Files of drafts that have expired. */
const leftovers = { read: [], write: [], remove: ["kept/"] };
/** The search index: who asks reads it, who publishes also writes it and removes what is two versions old. */
const asking = { read: ["index/"], write: [], remove: [] };
const letterFolders = ["letters/", "templates/", "bundles/"];
const documents = { read: letterFolders, write: letterFolders, remove: [] };
const making = { read: letterFolders, write: ["letters/", "bundles/"], remove: [] };
/** An applicant reads what was issued to them. */
const receiving = { read: ["letters/"], write: [], remove: [] };
const publishing = { read: ["index/"], write: ["index/"], remove: ["index/"] };

const citizen: Access = {
  read: [
    ...["CASE#", "DRAFT#", "TRY#", "IDEMPOTENCY#", "GUIDE#", "PUBLISHED#", "PUBLICLIST#"],
    // What everybody may read of questions that were answered.
    ...["ADVICE#", "ADVICELIST#", "ALIKE#"],
    // By when a unit answers a correction of records is its own setting.
    ...[...halls, "BAN#", "BANOF#", "BOOKINGFORM#", "VISIT#", "SETTING#"],
    ...["GAZETTE#", "GAZETTECOLUMN#"],
  ],
  // Somebody who checks in on their own telephone gets a number; calling them is the office's.
  write: [
    // An applicant may suggest that what they were given be published.
    "ALIKE#",
    ...["CASE#", "DRAFT#", "TRY#", "IDEMPOTENCY#", "SEARCHLOG#", "BEFORE#"],
    ...["BOOKING#", "BOOKINGFORM#", "GUARD#", "BAN#", "WAIT#", "VISIT#"],
  ],
  // Seats are sold and given back here; only the office and the clock make any.
  change: ["SEAT#", "LIMIT#"],
  // What citizens report of guides, they cannot read again.
  add: ["LOOKUP#", "AUDIT#", "GUIDEREPORT#", "APPEAL#", "BANOF#", "RELEASE#", "QUEUE#"],
  // A case is append-only: nobody at all may delete one.
  remove: ["DRAFT#", "TRY#", "REBOOK#", "WAIT#"],
  indexes: [],
  files: both(both(uploads, asking), receiving),
  opens: true,
};

const office: Access = {
  read: [
    ...["CASE#", "SESSION#", "STAFF#", "LOOKUP#", "OLDREQUEST#", "AUDIT#", "TRY#", "IDEMPOTENCY#"],
    ...["GUIDE#", "GUIDEREPORT#", "SEARCH#", "SEARCHLOG#", "GUIDEIMPORT#", "OLDIMPORT#"],
    ...["COUNT#", "REPORT#", "FROZEN#", "LETTER#"],
    ...["PUBLISHED#", "PUBLICLIST#", "BEFORE#", "GAZETTE#", "GAZETTEDESK#"],
    ...["ADVICE#", "ADVICELIST#", "ALIKE#"],
    ...[...halls, "QUEUE#", "SCHEDULE#", "REBOOK#", "NOTICE#"],
    ...["HALLDRAFT#", "BAN#", "APPEAL#", "HALLSTAT#", "VISIT#", "SETTING#"],
    ...["RECEPTION#", "RECEPTIONOPEN#", "ATTENDANCE#"],
  ],
  // Nobody at all may delete a guide: a case keeps the version that it was accepted under.
  write: [
    ...["CASE#", "SESSION#", "STAFF#", "TRY#", "IDEMPOTENCY#"],
    ...["GUIDE#", "GUIDEREPORT#", "REPORT#", "LETTER#", "SEARCH#"],
    ...["GUIDEIMPORT#", "OLDIMPORT#", "PUBLISHED#", "PUBLICLIST#", "ADVICE#", "ADVICELIST#"],
    ...["GAZETTE#", "GAZETTECOLUMN#", "GAZETTEDESK#"],
    ...["HALL#", "SCHEDULE#", "SEAT#", "BOOKING#", "GUARD#", "REBOOK#"],
    // A notice that was not delivered is sent again or given up.
    ...["NOTICE#", "ALIKE#"],
    ...["HALLDRAFT#", "BAN#", "VISIT#", "SETTING#"],
    // What a leader answered, what of it is open, and how many came.
    ...["RECEPTION#", "RECEPTIONOPEN#", "ATTENDANCE#"],
  ],
  change: [],
  // A case from an old register counts unless the report of its year is out.
  check: ["FROZEN#"],
  // What was published is followed by an amendment and never changed. The seed of a release is drawn once.
  add: ["LOOKUP#", "AUDIT#", "FROZEN#", "OLDREQUEST#", "RELEASE#"],
  // A booking that waits for another time is taken off the worklist; bookings themselves only expire. What is taken
  // back leaves the list of what is published and stays where it was written. Who was served leaves those who wait.
  remove: [
    ...["SESSION#", "TRY#", "REBOOK#", "PUBLICLIST#", "ADVICELIST#", "HALLDRAFT#", "APPEAL#", "VISIT#"],
    // What is answered is open no more.
    "RECEPTIONOPEN#",
    // An item leaves the lists that it is no longer in; nobody at all may delete what was public.
    ...["GAZETTECOLUMN#", "GAZETTEDESK#"],
  ],
  indexes: [...queues, "byWork"],
  // A letter that was issued, and the template that it was made from, stay as they were.
  // The office changes what citizens read and its words, and finds its guides by the index that they are found by; the
  // stream alone publishes it.
  files: both(both(uploads, documents), asking),
  opens: true,
};

export const access: Readonly<Record<FunctionName, Access>> = {
  citizen,
  office,
  api: {
    read: union(citizen.read, office.read),
    write: union(citizen.write, office.write),
    change: union(citizen.change, office.change),
    add: union(citizen.add, office.add),
    remove: union(citizen.remove, office.remove),
    indexes: office.indexes,
    // Letters are issued and evidence is bundled by programs too; templates are uploaded on the office's pages alone.
    files: both(both(uploads, asking), making),
    opens: true,
  },
  schedule: {
    read: [
      ...["CASE#", "DRAFT#", "GUIDE#", "COUNT#", "HALL#", "SCHEDULE#", "SEAT#", "BOOKING#", "GUARD#"],
      ...["NOTICE#", "HALLDRAFT#", "VISIT#", "GAZETTE#", "WAIT#", "RELEASE#", "QUEUE#"],
    ],
    write: [
      ...["CASE#", "GUIDE#", "COUNT#", "SCHEDULE#", "SEAT#", "BOOKING#", "GUARD#", "REBOOK#"],
      // Lots are drawn here: who is drawn is offered a seat, the others go into the line of the day.
      ...["NOTICE#", "VISIT#", "GAZETTE#", "GAZETTECOLUMN#", "GAZETTEDESK#", "WAIT#", "RELEASE#"],
    ],
    change: [],
    // What the clock does to a case is on record like everything else.
    add: ["AUDIT#"],
    // What an office has published is no draft any more, though the office ended before it said so.
    remove: ["DRAFT#", "COUNT#", "REBOOK#", "HALLDRAFT#", "GAZETTECOLUMN#", "GAZETTEDESK#", "WAIT#"],
    indexes: ["byWork", "byUnit"],
    files: leftovers,
    opens: true,
  },
  stream: {
    // A booking is read again before anything is said of it, and so are a queue ticket and the lots of a day.
    read: [
      ...["CASE#", "GUIDE#", "SEARCH#", "COUNT#", "HALL#", "SEAT#", "BOOKING#", "NOTICE#"],
      ...["GUARD#", "WAIT#", "RELEASE#", "QUEUE#", "PUBLISHED#", "ADVICE#", "GAZETTE#", "ALIKE#"],
    ],
    // What was given back is offered here to who waits: as a hold, with their guard and their place in line.
    write: ["CASE#", "COUNT#", "NOTICE#", "BOOKING#", "GUARD#", "WAIT#", "HALLSTAT#", "ALIKE#"],
    // Free times are counted here and nowhere else.
    change: ["AVAILABILITY#", "SEAT#"],
    // A ban is put on paper, and what its person and the hall say of it is theirs.
    add: ["BAN#", "BANOF#"],
    // A case that has left a cell of the annual report is no longer named there, nor a booking on a day that it left.
    remove: ["COUNT#", "WAIT#", "HALLSTAT#"],
    // All that citizens can read, for an index that is made anew.
    indexes: ["byStep"],
    files: both(leftovers, publishing),
    opens: true,
  },
};

function both(one: Access["files"], other: Access["files"]): Access["files"] {
  return {
    read: union(one.read, other.read),
    write: union(one.write, other.write),
    remove: union(one.remove, other.remove),
  };
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])];
}
