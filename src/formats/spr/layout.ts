/** The records of a Standard Payment Request, version 5.0.2, of the Treasury's Payment Automation Manager: 850 characters each. */
import { recordTable, type Field } from '../fixed-width/record-table.ts';

const text = (from: number, length: number): Field => ({ from, length, kind: 'text', optional: true });
const must = (from: number, length: number): Field => ({ from, length, kind: 'text' });
const name = (from: number, length: number): Field => ({
  from,
  length,
  kind: 'text',
  optional: true,
  cut: true,
});
const digits = (from: number, length: number): Field => ({ from, length, kind: 'digits' });
const cents = (from: number, length: number): Field => ({ from, length, kind: 'cents' });

const length = 850;

/** H: which system of which agency sends the file. */
export const sprFileHeader = recordTable(length, {
  code: must(1, 2),
  inputSystem: must(3, 40),
  version: digits(43, 3),
  isSameDay: digits(46, 1),
});

/** 01: a schedule of payments by ACH. */
export const sprAchSchedule = recordTable(length, {
  code: digits(1, 2),
  agencyText: text(3, 4),
  scheduleNumber: must(7, 14),
  paymentType: must(21, 25),
  entryClass: must(46, 3),
  agencyLocation: digits(49, 8),
  employerId: text(58, 10),
});

/** 11: a schedule of checks. */
export const sprCheckSchedule = recordTable(length, {
  code: digits(1, 2),
  scheduleNumber: must(3, 14),
  paymentType: must(17, 25),
  agencyLocation: digits(42, 8),
  enclosure: text(59, 10),
});

/** 02: one payment by ACH. */
export const sprAchPayment = recordTable(length, {
  code: digits(1, 2),
  agencyAccount: text(3, 16),
  amount: cents(19, 10),
  agencyPaymentType: text(29, 1),
  isOffset: digits(30, 1),
  payeeName: { ...must(31, 35), cut: true },
  address1: name(66, 35),
  address2: name(101, 35),
  city: name(136, 27),
  stateName: text(163, 10),
  state: text(173, 2),
  postalCode: text(175, 5),
  postalExtension: text(180, 5),
  country: text(185, 2),
  routing: { from: 187, length: 9, kind: 'routing' },
  account: must(196, 17),
  transactionCode: digits(213, 2),
  paymentId: must(259, 20),
  reconcilement: text(279, 100),
  taxId: text(379, 9),
  taxIdKind: text(388, 1),
});

/** 12: one check. */
export const sprCheckPayment = recordTable(length, {
  code: digits(1, 2),
  agencyAccount: text(3, 16),
  amount: cents(19, 10),
  agencyPaymentType: text(29, 1),
  isOffset: digits(30, 1),
  // A check is made out to nobody whose name was cut.
  payeeName: must(31, 35),
  address1: must(66, 35),
  address2: text(101, 35),
  address3: text(136, 35),
  address4: text(171, 35),
  city: text(206, 27),
  stateName: text(233, 10),
  state: text(243, 2),
  postalCode: text(245, 5),
  postalExtension: text(250, 5),
  country: text(272, 40),
  legend1: text(315, 55),
  legend2: text(370, 55),
  paymentId: must(469, 20),
  reconcilement: text(489, 100),
  taxId: text(639, 9),
  taxIdKind: text(698, 1),
});

/** T: what the payments of a schedule come to. */
export const sprScheduleTrailer = recordTable(length, {
  code: must(1, 2),
  count: digits(13, 8),
  amount: cents(24, 15),
});

/** E: what the schedules come to, and how many records the file has. */
export const sprFileTrailer = recordTable(length, {
  code: must(1, 2),
  records: digits(3, 18),
  payments: digits(21, 18),
  amount: cents(39, 18),
});
