/** The mail of three requests. Nobody in it exists. `withheld` must never leave. */
export const seawall = {
  withheld: ['223-45-6789', '118 Mill Street', '860-555-0142', 'settle before the season'],
  shown: [
    'The seawall at Dock Street lost two stones in the storm.',
    'Blue Heron Marine asks 48,750 dollars for the repair.',
    'Please let me know when the crew comes.',
  ],
  /** What the first release shows by mistake. */
  overlooked: 'My husband is on dialysis',
};

export const memorandum = {
  withheld: ['my first thoughts on the harbor master', 'a second draft, still only notes'],
};

interface Sent {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

export const delivered: readonly Sent[] = [
  letter(
    'Inez Carradock <inez.carradock@city.example>',
    ['rutger.holm@city.example'],
    'Dock Street seawall after the storm',
    '2026-09-01',
    `Rutger,

${seawall.shown[0]} The walk is closed from Alder to Canal.

Inez`,
  ),
  letter(
    'Rutger Holm <rutger.holm@city.example>',
    ['inez.carradock@city.example', 'finance@city.example'],
    'Re: Dock Street seawall after the storm',
    '2026-09-02',
    `Inez,

${seawall.shown[1]} I take it to Council on Tuesday.

Rutger`,
  ),
  letter(
    'Marisol Vantreight <marisol.vantreight@gmail.com>',
    ['inez.carradock@city.example'],
    'My cellar and the seawall',
    '2026-09-03',
    `Dear Ms. Carradock,

since the seawall broke, water comes into my cellar. I live at 118 Mill Street, apartment 4. My cell
is 860-555-0142. The claim form wants my social security number: 223-45-6789.
${seawall.overlooked} and cannot carry the pump.
${seawall.shown[2]}

Marisol Vantreight`,
  ),
  letter(
    'Corporation Counsel <counsel@city.example>',
    ['rutger.holm@city.example'],
    'Privileged: seawall exposure',
    '2026-09-04',
    `Rutger, about the seawall my advice is to settle before the season. Do not forward.`,
  ),
  letter(
    'Parks and Recreation <parks@city.example>',
    ['residents@lists.city.example'],
    'Autumn walks',
    '2026-09-05',
    `Guided walks every Sunday, along the seawall and back to the boathouse.`,
  ),
  letter(
    'Rutger Holm <rutger.holm@city.example>',
    ['rutger.holm@city.example'],
    'Draft: harbor master',
    '2026-09-06',
    `Notes to myself: these are my first thoughts on the harbor master, not to be sent.`,
  ),
  letter(
    'Rutger Holm <rutger.holm@city.example>',
    ['inez.carradock@city.example'],
    'Draft: harbor master, again',
    '2026-09-07',
    `Inez, a second draft, still only notes about the harbor master. Nothing is decided.`,
  ),
];

function letter(from: string, to: readonly string[], subject: string, day: string, body: string): Sent {
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from;
  const date = new Date(`${day}T14:00:00Z`).toUTCString().replace('GMT', '+0000');
  return {
    from: address,
    to,
    text: `From: ${from}
To: ${to.join(', ')}
Date: ${date}
Message-ID: <${day}.${subject.length}@city.example>
Subject: ${subject}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

${body}
`,
  };
}
