/** What counsel wrote: kept back from everyone else by the one rule of these tests. */
export const advice: Record<string, string> = {
  'advice-dredging': letter(
    'dredging',
    'Advice on the dredging contract',
    'The dredging contract may be ended.',
  ),
  'advice-garage': letter(
    'garage',
    'Advice on the parking garage',
    'The garage may be leased without a vote.',
  ),
  'dredging-schedule': `From: Harbor Master <harbor@city.example>
To: Ana Rivera <ana.rivera@city.example>
Date: Mon, 07 Sep 2026 10:00:00 -0500
Message-ID: <dredging-schedule@city.example>
Subject: Dredging schedule
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

The dredging begins on the first of October and needs eleven days.
`,
};

function letter(name: string, subject: string, text: string): string {
  return `From: Carl Counsel <counsel@city.example>
To: Ana Rivera <ana.rivera@city.example>
Date: Mon, 07 Sep 2026 11:00:00 -0500
Message-ID: <advice-${name}@city.example>
Subject: ${subject}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

${text}

Carl Counsel
Corporation Counsel
`;
}
