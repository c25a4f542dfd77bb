import { calendarDate } from '../../../src/domain/calendar-date.ts';
import { parseMoney } from '../../../src/domain/money.ts';
import {
  bindsShare,
  floorFor,
  greatestShare,
  isBelowFloor,
  isBelowLaterFloor,
  relativeRole,
} from '../../../src/domain/statutes/18-usc-2259-b-2-b-relative-role.ts';

const beforeTheAct = calendarDate('2018-12-06');
const dayOfTheAct = calendarDate('2018-12-07');
const longAfter = calendarDate('2026-03-02');

describe('18 U.S.C. 2259(b)(2)(B): a trafficker’s share, no less than three thousand dollars', () => {
  test('in the words of the law', () => {
    expect(relativeRole).toEqual({
      citation: '18 U.S.C. 2259(b)(2)(B)',
      inForceFrom: '2018-12-07',
      words:
        'After completing the determination required under subparagraph (A), the court shall order restitution in an ' +
        "amount that reflects the defendant's relative role in the causal process that underlies the victim's losses, " +
        'but which is no less than $3,000.',
    });
  });

  test('binds the share of a trafficker, and no full amount', () => {
    expect([bindsShare('TRAFFICKING'), bindsShare('FULL_AMOUNT')]).toEqual([true, false]);
  });

  test.each([
    ['2,999.99 for an offence on the eve of the Act', '2999.99', beforeTheAct, true],
    ['3,000.00 on that day', '3000.00', beforeTheAct, false],
    ['2,999.99 on the day of the Act, which is below the floor itself', '2999.99', dayOfTheAct, false],
  ])('a later floor would have forbidden %s: %s', (_, share, offenceOn, isBelow) => {
    expect(isBelowLaterFloor(parseMoney(share), offenceOn)).toBe(isBelow);
  });

  test('the floor binds from the day of the Act, by the day of the offence', () => {
    expect(floorFor(beforeTheAct)).toBeUndefined();
    expect(floorFor(dayOfTheAct)).toBe(parseMoney('3000.00'));
    expect(floorFor(longAfter)).toBe(parseMoney('3000.00'));
  });

  test.each([
    ['2,999.99 is below it', '2999.99', dayOfTheAct, true],
    ['3,000.00 is not', '3000.00', dayOfTheAct, false],
    ['3,000.01 is not', '3000.01', dayOfTheAct, false],
    ['a cent is below it years later', '0.01', longAfter, true],
    ['a cent is not, for an offence on the eve of the Act', '0.01', beforeTheAct, false],
  ])('%s', (_, share, offenceOn, isBelow) => {
    expect(isBelowFloor(parseMoney(share), offenceOn)).toBe(isBelow);
  });

  test('a share is a part of the losses, and cannot be more than they are', () => {
    expect(greatestShare(parseMoney('120000.00'), dayOfTheAct)).toBe(parseMoney('120000.00'));
  });

  test('the floor binds even where the losses themselves are below it', () => {
    expect(greatestShare(parseMoney('1800.00'), dayOfTheAct)).toBe(parseMoney('3000.00'));
  });

  test('before the Act a share below 3,000.00 could be all of a small loss, and no more', () => {
    expect(greatestShare(parseMoney('1800.00'), beforeTheAct)).toBe(parseMoney('1800.00'));
  });
});
