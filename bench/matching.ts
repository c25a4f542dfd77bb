/**
 * How well, and how fast, are lines of a bank matched with what the books expect? A dirty year of a court whose truth is known,
 * over several seeds; and a hundred thousand lines against a hundred thousand items at once.
 */
import { calendarDate } from '../src/domain/calendar-date.ts';
import { match } from '../src/domain/matching/match.ts';
import { usualSettings } from '../src/domain/matching/settings.ts';
import { bankYear, usualWays } from '../test/domain/matching/dirty/bank-year.ts';
import { judge } from '../test/domain/matching/dirty/truth.ts';
import { figure, seconds } from './support/figure.ts';

const asOf = calendarDate('2026-01-31');
const settings = usualSettings;

function quality(): void {
  const seeds = [101, 102, 103, 104, 105];
  const verdicts = seeds.map((seed) => {
    const year = bankYear({ seed, payors: 600, disbursements: 1_000, ways: usualWays });
    return judge(year, match({ ...year, settings, asOf }));
  });
  const total = (of: (verdict: (typeof verdicts)[number]) => number) =>
    verdicts.reduce((sum, verdict) => sum + of(verdict), 0);
  const automatic = total((each) => each.automatic);
  const wrong = total((each) => each.wrong.length);
  figure(`lines of ${String(seeds.length)} dirty years settled without asking`, automatic, 'lines');
  figure('of those, settled rightly', (100 * (automatic - wrong)) / automatic, '%');
  figure(
    'of all lines that are something, settled',
    (100 * total((each) => each.settled)) / total((each) => each.settleable),
    '%',
  );
  figure(
    'of all items that lines are, confirmed',
    (100 * total((each) => each.confirmed)) / total((each) => each.confirmable),
    '%',
  );
}

async function speed(): Promise<void> {
  const ways = [
    [5, 'COUNTER'],
    [90, 'TRACED'],
    [5, 'NAMED'],
  ] as const;
  const { lines, items } = bankYear({ seed: 1, payors: 6_100, disbursements: 14_000, ways });
  const before = process.memoryUsage().rss;
  const cpu = process.cpuUsage();
  let peak = before;
  let matched = 0;
  const took = await seconds(async () => {
    const { outcomes } = match({ lines, items, settings, asOf });
    peak = Math.max(peak, process.memoryUsage().rss);
    matched = [...outcomes.values()].filter(({ outcome }) => outcome === 'MATCH').length;
  });
  const { user, system } = process.cpuUsage(cpu);
  const what = `${String(lines.length)} lines against ${String(items.length)} items`;
  figure(`${what}: matched`, matched, 'lines');
  figure(`${what}: time`, took, 's');
  figure(`${what}: processor time`, (user + system) / 1e6, 's');
  figure(`${what}: lines a second`, lines.length / took, 'lines/s');
  figure(`${what}: memory, lines and items among it`, peak / 2 ** 20, 'MiB');
}

await speed();
quality();
