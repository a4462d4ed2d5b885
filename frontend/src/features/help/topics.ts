/** This is the help on one kind of page: what it is for, how to work with it, and the words it uses. */
export interface Topic {
  readonly key: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly words: readonly string[];
}

export const topics: readonly Topic[] = [
  {
    key: 'home',
    title: 'Home',
    paragraphs: [
      'Home shows what waits for you. What that is depends on your roles: counsel sees roles to confirm and mail that is kept back; administrators see links nobody has used, readers without a written request, and who has not acknowledged the policy.',
      'Below stands whether the archive is well, and where to begin. The line at the foot of every page says the same in short.',
    ],
    words: ['Role', 'Kept back', 'Written access request'],
  },
  {
    key: 'requests',
    title: 'Records requests',
    paragraphs: [
      'The board lists every request that is yours to see, what is due first on top. Officers and counsel see all; a reviewer sees those assigned, an approver those to approve. The arrow keys, or j and k, move from one to the next.',
      'Enter a request as it came, in the requester’s own words, with the day and time it reached the city: the clock counts from there, not from when it was entered.',
      'On a request’s page, “What to do next” leads from clarifying to closing; its buttons are the steps that are possible now. The clock follows the law, not the button: where asking the requester does not stop it, the timeline says so.',
      'A request is not closed while anything stands in the way; what that is, is listed with the way there. Nothing is deleted: what was closed is reopened, what was entered by mistake is set aside and can be put back.',
      'Mail opened on a request’s page is read for that request, and written down so. From receipt, a request keeps what it may concern from being destroyed.',
    ],
    words: ['Records request', 'Determination', 'Preservation', 'Purpose'],
  },
  {
    key: 'clock',
    title: 'The clock and the fees of a request',
    paragraphs: [
      'The clock shows by when the law wants an answer. The date is counted from the day of receipt, never typed; “How this was counted” shows each day and why it counts or does not.',
      'To move the date, write down what happened: an extension by written notice, a question to the requester, a closed office. What the law does not know is shown with what it says instead. Before you write it down you see what the date would be.',
      'Where the law leaves open whether a day counts, both dates are shown. By the earlier one you are in time either way.',
      'For the fees, estimate before the search from a look at some of the hits, and write down hours and pages as they come. Each line says what the law allows, forbids or forfeits. A fee that was asked keeps the request open until it is paid, waived or withdrawn.',
    ],
    words: ['Records request', 'Row of the law', 'Verified'],
  },
  {
    key: 'calendar',
    title: 'Law and calendar',
    paragraphs: [
      'Say whose law counts for the city: new requests are answered under it. Population and fee policy matter to some fees.',
      'Holidays come with the law. Add the city’s own: offices with the days and hours they work, days on which they were closed, planned or unexpected. What a closed day does to a due date is for the law to say: where it does not, both dates are shown.',
      'A cut-off hour is the city’s own rule: what arrives later counts as received on the next day.',
    ],
    words: ['Row of the law', 'Audit trail'],
  },
  {
    key: 'law',
    title: 'The law',
    paragraphs: [
      'The page lists every rule the archive works with: times, holidays, fees, grounds to withhold, appeals, words for letters. Each says where it is from. What comes with the program is at most read in a source, or from general knowledge.',
      'Counsel compares a row with the law and verifies it, by name and day. The word binds the text of the row: if a later version of the program says something else, the row is unverified again. Counsel can take a verification back, with a reason.',
      'A ground that is not verified may be used on a draft and is marked there. Nothing is released under it until counsel verifies it. A row that is not in force is never printed on something new; a request keeps the rows in force on its own day.',
    ],
    words: ['Row of the law', 'Verified', 'Exemption'],
  },
  {
    key: 'review',
    title: 'Review and counsel’s queue',
    paragraphs: [
      'Each message (with its attachments) and each file of a request is one item. Decide it: 1 not responsive, 2 release, 3 redact, 4 withhold, 5 refer to counsel. j and k go on and back, u undoes, ? shows all keys; everything has a button, too.',
      'To withhold part of a message, select text and press m, or press m and look for words: then choose the exemption. A new mark is a draft. Deciding Redact makes the marks of the item final; nothing leaves while a mark is a draft.',
      'What may be personal data is underlined and listed with a candidate exemption and its reason. Nothing is marked until you accept it. Each mark can look for the same text in the whole request; tick where it is to be withheld too.',
      'What counsel keeps back is a number to everybody else. Counsel’s queue holds it, and every question with the day its answer is due.',
    ],
    words: ['Kept back', 'Message', 'Audit trail'],
  },
  {
    key: 'releasing',
    title: 'Releasing records',
    paragraphs: [
      'The Release tab of a request says what would go out, on which exemptions, and what stands in the way. One person prepares the release: pages, cover, redaction log, withholding index, manifest.',
      'A second person looks at every page, each with DRAFT over it, and finalises it. What nobody has verified of the law, counsel confirms there. If a decision changes in between, the release is void and is prepared again.',
      'A finalised release is handed over by a link that ends by itself, plain or encrypted; link and passphrase are shown once. Recalling it ends all links at once, and is written down with its reason.',
      'Files that are not mail leave as they are: nothing in them is redacted.',
    ],
    words: ['Records request', 'Exemption', 'Verified'],
  },
  {
    key: 'collection',
    title: 'Searches of a request',
    paragraphs: [
      'Choose a suggestion or write a search: words (permit), exact phrases ("notice of violation"), OR, NOT, from:ann.lee@city.gov, recipient:@city.gov, sent:2026-01..2026-06. Try it: the page says how it was understood and counts exactly.',
      'Save what counts, with a name and what it is for. Nothing is lost: new words make a new version, counting again adds a run. Two searches can be compared: what only one of them finds, and what both find.',
      'Put what was found under review. First you are told exactly how many match, are there already, would be added, and go to counsel alone. Later mail is added when you look for new messages and press once.',
      'The certificate lists every saved search with its words, who, when, why, exact counts, what could not be read and what was not searched. It is signed: PDF, JSON and a note over both.',
    ],
    words: ['Records request', 'Kept back', 'Checkpoint'],
  },
  {
    key: 'letters',
    title: 'Letters of a request',
    paragraphs: [
      'Choose a letter: it is filled from the request, and you write what is yours to write. The sheet beside shows it as it would go out.',
      'The words of the law come with their citation. What nobody of the city has verified is marked; then counsel opens the draft, compares it with the law and confirms it, and it can be issued.',
      'An issued letter has a number and never changes. Send it by e-mail to the requester, or write down how it was posted or handed over. A mistake is corrected by another letter.',
      'Log what comes in, so that the whole correspondence is in one place.',
    ],
    words: ['Records request', 'Row of the law', 'Verified'],
  },
  {
    key: 'reading',
    title: 'Searching and reading',
    paragraphs: [
      'State what you read for, then search. The address of the page holds the whole search: keep it as a bookmark, or send it to somebody who may read too.',
      'A message is shown as text, as its sender meant it to look, with its headers, and as it came, byte for byte. Nothing in it can reach out: pictures from elsewhere are not fetched, and attachments are only saved.',
      'Every search, opening and download is written down with your name and purpose.',
    ],
    words: ['Purpose', 'Message', 'Capture', 'Kept back', 'Defect'],
  },
  {
    key: 'privilege',
    title: 'Privilege',
    paragraphs: [
      'Rules say whose mail is kept back: an address, a domain, or a phrase. A rule counts at once, for old mail too.',
      'Counsel releases a message with a reason; others find it from then on. A release can be taken back.',
    ],
    words: ['Kept back', 'Audit trail'],
  },
  {
    key: 'audit',
    title: 'Audit trail',
    paragraphs: [
      'Every sign-in, search, opening, download and refusal is an entry. Narrow the list by person, act or day; open a message’s number to see who has read it, a person’s name to see what they have read.',
      'The trail says nothing of what mail says. Taking a list of it away needs a reason, and is itself an entry.',
    ],
    words: ['Audit trail', 'Purpose', 'Checkpoint'],
  },
  {
    key: 'people',
    title: 'People and roles',
    paragraphs: [
      'An administrator invites somebody and hands over a link that works once, for seven days. The person sets a password and a second factor.',
      'Records officers, reviewers and counsel read mail: counsel must confirm these roles, and nobody confirms what they asked for or what is their own. Administrators and auditors never read mail. Approvers decide on releases and read none either.',
      'Disabling ends all sessions at once. A reset makes a new link, and roles that read mail wait for counsel again. Whoever leaves is disabled from their last day; their mail stays.',
      'The first counsel of an archive accepts the role with the invitation. If every counsel is gone, the next one may accept it seven days after it was asked for.',
    ],
    words: ['Role', 'Department', 'Written access request', 'Notice and policy'],
  },
  {
    key: 'departments',
    title: 'Departments',
    paragraphs: [
      'A department is a name with addresses and domains. On a person’s page you limit that person to some of them; they then find only mail that one of these addresses sent or received.',
      'A department to which somebody is limited cannot be removed: without it they would see the whole city.',
    ],
    words: ['Department'],
  },
  {
    key: 'settings',
    title: 'Settings',
    paragraphs: [
      'Name and seal stand on every page, and on the page where people sign in. The time zone says when a day begins; a new one counts from the next start of the server.',
      'The seal is a PNG or JPEG picture of at most 512 KB. It is drawn anew, so that nothing hidden in the file is kept.',
    ],
    words: ['Audit trail'],
  },
  {
    key: 'policy',
    title: 'Notice and policy',
    paragraphs: [
      'Publishing a version asks everybody to acknowledge it before they go on. What was published is never changed: to correct it, publish another version.',
      'The page lists who has acknowledged the version in force, and who has not.',
    ],
    words: ['Notice and policy'],
  },
  {
    key: 'single-sign-on',
    title: 'Single sign-on',
    paragraphs: [
      'An administrator writes which directory to believe and which of its groups mean which role. Nothing of it counts until counsel confirms it: whoever chooses the directory chooses who may be anybody here.',
      'People are invited first. The first sign-in over the directory finds the person by the verified address; from then on the directory’s own name of the person counts, whatever the address says later.',
      'A group’s role holds as long as the directory says so at every sign-in over it. Whoever signs in with a password or a passkey comes without those roles. Roles given by hand stay.',
      'The directory does not tell when somebody leaves. Note the last day here, too.',
    ],
    words: ['Role'],
  },
  {
    key: 'health',
    title: 'Archive health',
    paragraphs: [
      'The page says how much came in by the hour, how far the index is behind, how long the disk will last, when the last checkpoint was signed, and what is not encrypted.',
      'An alarm stands until what it warns of is over, or an administrator acknowledges it. Each says what to do.',
      'The archive checks itself: quick every hour, scrub every week, full every month, at night. Integrity checks shows when each was last made and is due, and every report. Only a full check opens each message; administrators and auditors may start one.',
    ],
    words: ['Checkpoint', 'Integrity check', 'Capture'],
  },
  {
    key: 'account',
    title: 'My account',
    paragraphs: [
      'Here you change your password and your second factor, and see and end your sessions. What could lock you out, or let somebody else in, asks for your password again.',
      'A passkey signs you in with a device that checks it is you, without password and code. A token lets a program act for you, until the day you choose; it never does more than you may.',
      'At the end stands what the archive has recorded about you.',
    ],
    words: ['Audit trail', 'Notice and policy'],
  },
  {
    key: 'signing-in',
    title: 'Signing in',
    paragraphs: [
      'You need your address, your password, and a second factor: the six digits an authenticator app shows, or one of the recovery codes you kept.',
      'Nobody to whom it is not known can find out here whether an address has an account. After several wrong tries you wait.',
      'After 15 minutes without you the page locks; your password opens it again. If you have lost password or second factor, ask an administrator for a reset.',
    ],
    words: ['Notice and policy', 'Purpose'],
  },
];
