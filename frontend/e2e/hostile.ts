import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const pages = join(import.meta.dirname, '../../src/test/resources/hostile');

/** The names of the hostile pages, which the Java tests read too. */
export const hostileNames = readdirSync(pages)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''));

/** One message of each hostile page, by file name; `elsewhere` is the server none of them may reach. */
export function hostileMails(elsewhere: string): Record<string, string> {
  return Object.fromEntries(hostileNames.map((name) => [`hostile-${name}`, mail(name, elsewhere)]));
}

function mail(name: string, elsewhere: string): string {
  const page = readFileSync(join(pages, `${name}.html`), 'utf8')
    .replaceAll('CANARYHOST', elsewhere.slice('http://'.length))
    .replaceAll('CANARY', elsewhere);
  return `From: "<img src=${elsewhere}/sender>" <prizes@hostile.example>
To: clerk@city.example
Date: Sun, 06 Sep 2026 03:33:00 -0500
Message-ID: <${name}@hostile.example>
Subject: Trap ${name} <script>document.title='broken'</script><img src=${elsewhere}/subject>
MIME-Version: 1.0
Content-Type: multipart/related; boundary=together

--together
Content-Type: text/html; charset=utf-8

${page}
--together
Content-Type: image/svg+xml; name*=utf-8''invoice%E2%80%AEgvs.exe
Content-ID: <drawing@hostile.example>
Content-Disposition: attachment; filename*=utf-8''invoice%E2%80%AEgvs.exe

<svg xmlns="http://www.w3.org/2000/svg" onload="fetch('${elsewhere}/part')"><image href="${elsewhere}/image"/></svg>
--together--
`;
}
