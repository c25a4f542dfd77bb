import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { docsPath } from '../api.ts';
import { problemCodes, problemTypes } from '../problem-types.ts';

/** The page to which the `type` of a problem leads. */
@ApiExcludeController()
@Controller(docsPath)
export class ProblemsController {
  @Get('problems')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(): string {
    return page;
  }
}

const sections = problemCodes.map((code) => {
  const { status, title, detail } = problemTypes[code];
  return `<section id="${code}"><h2>${code} (${status})</h2><p>${escaped(title)}</p><p>${escaped(detail)}</p></section>`;
});

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Problems</title></head>
<body><h1>Problems</h1>
${sections.join('\n')}
</body>
</html>
`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
