/** This is one word of the archive and its one meaning. */
export interface Word {
  readonly word: string;
  readonly meaning: string;
}

export const words: readonly Word[] = [
  {
    word: 'Accession',
    meaning:
      'To take into custody, with a number. The accession number never changes and is never given again.',
  },
  { word: 'Capture', meaning: 'What one delivery to the archive brought. Stored byte for byte, for ever.' },
  {
    word: 'Message',
    meaning:
      'What people wrote and read: all captures whose content is equal. Search, review and release count messages.',
  },
  {
    word: 'Journal report',
    meaning:
      'A copy that the mail server makes for the archive, with the list of who really got the message, blind copies too.',
  },
  {
    word: 'Checkpoint',
    meaning:
      'A signed statement of how much the archive holds and what it is. Nothing before it can be altered unseen.',
  },
  {
    word: 'Integrity check',
    meaning: 'Reads what is stored again and compares it with what was signed.',
  },
  {
    word: 'Purpose',
    meaning:
      'What mail is read for: a records request, a matter, or another stated need, with its number. Every reading is written down with it.',
  },
  {
    word: 'Records request',
    meaning:
      'Somebody asks the city for its records. It has a number, such as R-2026-0042, a clock set by law, and one page where all of it is done.',
  },
  {
    word: 'Determination',
    meaning:
      'How a records request ends: granted, granted in part, denied, no records, withdrawn and others.',
  },
  {
    word: 'Preservation',
    meaning:
      'What a records request keeps from being destroyed, from its receipt until the law lets go. It is wider than what is searched for.',
  },
  {
    word: 'Kept back',
    meaning:
      'Mail from or to counsel. Others do not find it until counsel releases it; a search says only how many there are.',
  },
  { word: 'Hold', meaning: 'The duty to preserve what concerns a case. Nothing held is ever destroyed.' },
  {
    word: 'Row of the law',
    meaning:
      'One rule as the archive knows it, with its citation, where it was read, and the days it is in force. A change of the law is a new edition of the row; the old one stays for requests of its time.',
  },
  {
    word: 'Verified',
    meaning:
      'Of a row of the law: counsel of this city has compared it with the law, by name and day. Nobody else can say so.',
  },
  { word: 'Exemption', meaning: 'The ground in law to withhold something from a release.' },
  { word: 'Redaction', meaning: 'The part withheld. A box stands in its place and names the exemption.' },
  {
    word: 'Production',
    meaning: 'The numbered set of pages as it is handed over. Each page has its Bates number.',
  },
  {
    word: 'Defect',
    meaning: 'Something wrong with a message as it came. It is kept all the same, and the defect is named.',
  },
  {
    word: 'Audit trail',
    meaning: 'Who did what, when, for what purpose and from where. It can be added to, and never changed.',
  },
  {
    word: 'Department',
    meaning:
      'A part of the city’s government, known by its addresses and domains. Somebody limited to it finds only mail it sent or received.',
  },
  {
    word: 'Role',
    meaning:
      'What somebody may do here. A role that reads mail is asked for by an administrator and confirmed by counsel.',
  },
  {
    word: 'Written access request',
    meaning:
      'The paper in which a department head certifies that somebody needs to read mail. It is kept with the person.',
  },
  {
    word: 'Notice and policy',
    meaning:
      'What everybody acknowledges before they go on: that use is monitored, and what is acceptable. Each version is kept.',
  },
];
