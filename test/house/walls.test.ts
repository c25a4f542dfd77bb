import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './source.ts';

/** A house in which every wall has been broken once, on purpose. The names of the rules say what is wrong with it. */
const broken: Readonly<Record<string, string>> = {
  'src/app.module.ts': '',
  'src/attic/box.ts': "import '../domain/money.ts';",
  'src/domain/money.ts': "import '../store/event-store.ts'; import 'rxjs';",
  'src/domain/victim/decide.ts': "import './state.ts';",
  'src/domain/victim/state.ts': "import './decide.ts';",
  'src/domain/statutes/cap.ts': "import '../victim/decide.ts';",
  'src/formats/csv.ts': "import '../domain/money.ts';",
  'src/store/event-store.ts': "import '../domain/money.ts';",
  'src/store/sqlite-log/sqlite-event-store.ts': "import '../event-store.ts';",
  'src/projections/cap.ts': "import '../application/queries/queries.ts';",
  'src/application/queries/queries.ts':
    "import '../../store/sqlite-log/sqlite-event-store.ts'; import '@nestjs/common'; import '../down.ts';",
  'src/application/alone.ts': '',
  'src/application/lost.ts': "import './nowhere.ts';",
  'src/requests/pay.ts': "import '../store/event-store.ts';",
  'src/http/pay.controller.ts': "import '../store/event-store.ts';",
  'src/cli/pay.ts': "import '../http/pay.controller.ts'; import '../../test/given.ts'; import 'fast-check';",
  'src/application/down.ts': "import '../cli/pay.ts';",
  'test/given.ts': '',
};

const { default: plan } = (await import(join(root, '.dependency-cruiser.mjs'))) as {
  default: { forbidden: readonly { name: string }[] };
};

describe('every wall of the house, broken on purpose', () => {
  let heard: readonly string[] = [];

  beforeAll(() => {
    const house = mkdtempSync(join(tmpdir(), 'house-'));
    for (const [path, text] of Object.entries(broken)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs']) {
      copyFileSync(join(root, file), join(house, file));
    }
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const asked = [cruise, 'src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
    const { stdout } = spawnSync(process.execPath, asked, {
      cwd: house,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    rmSync(house, { recursive: true });
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
    heard = summary.violations.map(({ rule }) => rule.name);
  });

  test.each(plan.forbidden.map(({ name }) => name))('%s', (name) => {
    expect(heard).toContain(name);
  });
});
