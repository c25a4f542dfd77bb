/**
 * The closed lists that a door knows, each value with its meaning. They are records over the types of the domain, so that
 * the compiler asks for a value that an event has learned and a door has not.
 */
import type { GoodCause, OverrideAuthority } from '../domain/case/events.ts';
import type { FinalityGround } from '../domain/liability/events.ts';
import { policyCatalogue, type PolicyId } from '../domain/policy/catalogue.ts';
import type { PaymentMethod, ClearanceGround, PaymentReturnReason } from '../domain/receipt/events.ts';
import type { LossCategory } from '../domain/statutes/18-usc-2259-c-2-losses.ts';
import type { AmendmentAuthority } from '../domain/statutes/18-usc-3664-o-final-judgment.ts';
import type { GroundToDecline } from '../domain/statutes/grounds-to-decline.ts';
import type { LossHead } from '../domain/statutes/loss-heads.ts';
import { chapterOf, offences, type Offence } from '../domain/statutes/offences.ts';
import type { CreditMethod } from '../domain/statutes/18-usc-3664-h-joint-and-several.ts';
import type { ClosingReason, DepositSource, MadeTo } from '../domain/reserve/events.ts';
import type { PriceIndexSeries } from '../domain/statutes/consumer-price-index.ts';
import type { InterestTerms, PaymentManner } from '../domain/collection/events.ts';
import type { CeilingSource, YieldSource } from '../domain/reference/events.ts';
import type { Interval } from '../domain/statutes/18-usc-3572-d-payment.ts';
import type { Payee } from '../domain/statutes/18-usc-3664-i-several-victims.ts';
import type { AssessedOffence } from '../domain/statutes/18-usc-2259a-a-assessments.ts';
import type { DebtKind, Obligation } from '../domain/statutes/obligations.ts';
import type { RestitutionStatute, Track } from '../domain/statutes/restitution-statutes.ts';

/** The values of a closed list, each with what it means. */
export type Choices<Value extends string> = Readonly<Record<Value, string>>;

/** What losses come from. */
export const lossCategories: Choices<LossCategory> = {
  TRAFFICKING: 'the trade in images of the victim; the category that sets the cap',
  PRODUCTION: 'the abuse of which the images were made',
  OTHER: 'losses found under another statute than section 2259',
};

/** Heads (A) to (F) of 18 U.S.C. 2259(c)(2), and those of other statutes; which knows which, docs/law.md says. */
export const lossHeads: Choices<LossHead> = {
  MEDICAL_SERVICES: '(A) medical, psychiatric or psychological care',
  THERAPY_AND_REHABILITATION: '(B) physical and occupational therapy or rehabilitation',
  TRANSPORTATION_HOUSING_CHILD_CARE: '(C) necessary transportation, temporary housing and child care',
  LOST_INCOME: '(D) lost income',
  ATTORNEYS_FEES_AND_COSTS: '(E) reasonable attorneys’ fees and other costs',
  OTHER_RELEVANT_LOSSES: '(F) any other relevant losses',
  CIVIL_PROTECTION_ORDER_COSTS: 'what a civil protection order cost; sections 2248, 2264 and 2327',
  PROPERTY: 'property damaged, lost or destroyed; sections 2327, 3663 and 3663A',
  FUNERAL_SERVICES: 'funeral and related services; sections 2327, 3663 and 3663A',
  PARTICIPATION_COSTS: 'taking part in the investigation or prosecution; sections 2327, 3663 and 3663A',
  IDENTITY_REMEDIATION_TIME: 'time spent to put a stolen identity right; section 3663(b)(6)',
  VALUE_OF_LABOR_OR_SERVICES: 'what forced labor or services were worth; section 1593',
};

/** Under which statute an order is entered. */
export const statutes: Choices<RestitutionStatute> = {
  '18 U.S.C. 2259': 'sexual exploitation of children; may end by full recovery across cases',
  '18 U.S.C. 1593': 'forced labor and trafficking in persons, chapter 77',
  '18 U.S.C. 2248': 'sexual abuse, chapter 109A',
  '18 U.S.C. 2264': 'domestic violence and stalking, chapter 110A',
  '18 U.S.C. 2327': 'fraud by telemarketing or e-mail, enhanced under section 2326',
  '18 U.S.C. 2429': 'transportation for illegal sexual activity, chapter 117',
  '18 U.S.C. 3663': 'discretionary restitution',
  '18 U.S.C. 3663A': 'mandatory restitution',
};

/** The offences of conviction that an order can name. */
export const offencesOfConviction = Object.fromEntries(
  offences.map((offence) => {
    const chapter = chapterOf(offence);
    return [offence, chapter === 'other' ? 'of no chapter with restitution of its own' : chapter];
  }),
) as Choices<Offence>;

/** On whose word an order is recorded that the law does not let a court write. */
export const overrideAuthorities: Choices<OverrideAuthority> = {
  JUDGMENT_CONFIRMED: 'the court has confirmed that its judgment says so',
  PLEA_AGREEMENT: 'the parties agreed to it in a plea agreement that the court accepted',
  APPELLATE_MANDATE: 'a court of appeals directed it',
};

/** Why a court orders no restitution. */
export const declineGrounds: Choices<GroundToDecline> = {
  ECONOMIC_CIRCUMSTANCES: 'the defendant’s means; section 3663 only',
  OTHER_COMPENSATION: 'insurance or another source pays the victim; section 3663 only',
  TOO_MANY_VICTIMS: 'so many victims that restitution is impracticable; sections 3663 and 3663A only',
  TOO_COMPLEX: 'issues so complex that sentencing would be prolonged; sections 3663 and 3663A only',
  NO_IDENTIFIABLE_VICTIM: 'no victim could be identified',
  NO_PROXIMATE_LOSS: 'the offence did not proximately cause the loss',
  LOSS_NOT_PROVED: 'the government did not prove the loss',
};

/** Whether cause was shown for leaving losses out of the first claim. */
export const goodCauses: Choices<GoodCause> = {
  SHOWN: 'good cause was shown',
  NOT_SHOWN: 'no good cause was shown, or none yet',
};

/** How the amount of a line is measured. */
export const tracks: Choices<Track> = {
  FULL_AMOUNT: 'the whole loss',
  TRAFFICKING: 'a trafficker’s share of it; section 2259 only',
};

/** In which capacity somebody is paid under an order. */
export const payees: Choices<Payee> = {
  VICTIM: 'a victim',
  PROVIDER: 'an insurer or another who compensated a victim; paid after all victims of the same payor',
  UNITED_STATES: 'the United States; paid after all other victims of the same payor',
};

/** What a payment by one defendant does to the balance of another who owes jointly. */
export const creditMethods: Choices<CreditMethod> = {
  OWN_AMOUNT_OR_VICTIM_WHOLE: 'nothing, until the victim has received the whole loss',
  PER_JUDGMENT: 'all of it is taken off the other’s balance',
  PRO_RATA: 'it is taken off in proportion to the amounts of the two, cut to the cent',
  NON_OVERLAP_FIRST: 'it is taken off once the payor has paid what only the payor owes',
};

/** What a defendant owes beside restitution. */
export const debtKinds: Choices<DebtKind> = {
  ASSESSMENT_3013: 'the special assessment for each count',
  ASSESSMENT_2259A: 'the assessment in child pornography cases, which goes to the Reserve',
  ASSESSMENT_3014: 'the assessment for the Domestic Trafficking Victims’ Fund',
  FINE: 'a fine',
  COMMUNITY_RESTITUTION: 'community restitution under section 3663(c)',
  PENALTY: 'a penalty',
  COSTS: 'costs of prosecution or supervision',
};

/** Which offence an assessment under 18 U.S.C. 2259A is for. */
export const assessedOffences: Choices<AssessedOffence> = {
  POSSESSION: 'possession: sections 2252(a)(4) and 2252A(a)(5)',
  OTHER_TRAFFICKING: 'any other trafficking offence',
  PRODUCTION: 'production',
};

/** Whatever an order of payment may name. */
export const obligations: Choices<Obligation> = {
  RESTITUTION_2259: 'restitution under section 2259',
  RESTITUTION: 'restitution under any other section',
  ...debtKinds,
};

/** On which terms an obligation bears interest. */
export const interestTerms: Choices<InterestTerms> = {
  STATUTE: 'as section 3612(f) has it',
  WAIVED: 'none: the court waived it',
  CIVIL: 'as on a civil judgment, compounded each year: 28 U.S.C. 1961',
};

/** How an obligation is to be paid. */
export const paymentManners: Choices<PaymentManner> = {
  LUMP_SUM: 'all of it on one day',
  INSTALMENTS: 'equal parts',
  NOMINAL: 'nominal periodic payments',
};

/** From one instalment to the next. */
export const intervals: Choices<Interval> = {
  MONTH: 'a month',
  QUARTER: 'three months',
};

/** Where a yield was read. */
export const yieldSources: Choices<YieldSource> = {
  H15: 'release H.15 of the Board of Governors',
  FRED: 'its copy at the Federal Reserve Bank of St. Louis',
  COURT_TABLE: 'the table of a court',
};

/** Where a ceiling of assessments was read. */
export const ceilingSources: Choices<CeilingSource> = {
  FEDERAL_REGISTER: 'the Federal Register',
  ADMINISTRATIVE_OFFICE: 'the Administrative Office of the United States Courts',
  COURT_TABLE: 'the table of a court',
};

/** How an order became final. */
export const finalityGrounds: Choices<FinalityGround> = {
  ENTRY_OF_JUDGMENT: 'judgment was entered',
  DIRECT_REVIEW_DONE: 'direct appeal is over, or its time has passed',
  CERT_EXHAUSTED: 'certiorari was denied, or its time has passed',
  MANUAL: 'somebody with authority says so',
};

/** By which power an order is changed. */
export const amendmentAuthorities: Choices<AmendmentAuthority> = {
  '3664(d)(5)': 'losses found after sentencing',
  '3664(k)': 'a change in what the defendant can pay',
  '3664(o)(1)(A)': 'a correction under Rule 35',
  '3664(o)(1)(B)': 'an appeal under section 3742',
  '3664(o)(2)': 'adjustment or resentencing',
  '3572(d)': 'an adjusted schedule of instalments',
  '3613A': 'a default',
  '3565(a)': 'probation revoked, and the defendant resentenced',
  '3614(a)': 'a default, and the defendant resentenced',
  OTHER_COURT_ORDER: 'any other order of a court, outside the list of section 3664(o): marked for review',
};

/** How a payment was made. */
export const paymentMethods: Choices<PaymentMethod> = {
  CHECK: 'a check',
  MONEY_ORDER: 'a money order',
  CASH: 'cash',
  CARD: 'a card',
  ELECTRONIC: 'a transfer between banks',
  INMATE_PROGRAM: 'the Inmate Financial Responsibility Program',
  TREASURY_OFFSET: 'the Treasury Offset Program',
  GARNISHMENT: 'garnishment',
  OTHER: 'any other way, or not known',
};

/** Why a payment came back unpaid. */
export const paymentReturnReasons: Choices<PaymentReturnReason> = {
  NSF: 'not sufficient funds',
  CHARGEBACK: 'charged back by the card holder’s bank',
  STOP_PAYMENT: 'stopped by the payor',
  CLOSED_ACCOUNT: 'drawn on a closed account',
  OTHER: 'any other reason',
};

/** How it is known that a payment has cleared. */
export const clearanceGrounds: Choices<ClearanceGround> = {
  BANK_CONFIRMED: 'its bank says that it has finally paid it',
  HOLD_OVER: 'the days are over for which money of its kind is held',
};

/** Where money of the Reserve came from. */
export const depositSources: Choices<DepositSource> = {
  ASSESSMENT: 'assessments collected under 18 U.S.C. 2259A',
  GIFT: 'a gift, bequest or donation',
  SET_ASIDE: 'set aside in the Crime Victims Fund under 34 U.S.C. 20101(d)(6)',
  OVERFLOW: 'what had been kept outside the Reserve, above its ceiling',
};

/** Whom a victim asked for assistance. */
export const requestAddressees: Choices<MadeTo> = {
  DEPARTMENT: 'the Department of Justice',
  COURT: 'the court itself',
};

/** Why a request for assistance ends without payment. */
export const closingReasons: Choices<ClosingReason> = {
  WITHDRAWN: 'the victim took it back',
  NO_CASE_FOUND: 'no federal case with images of the victim was found',
  DUPLICATE: 'it repeats another',
  DENIED: 'the court did not grant it',
  ORDER_VACATED: 'the court set its order for assistance aside',
};

/** Which figure of the Consumer Price Index. */
export const priceIndexSeries: Choices<PriceIndexSeries> = {
  ANNUAL_AVERAGE: 'the average of the twelve months',
  DECEMBER: 'the figure of December',
};

/** The open questions of the law that a policy answers. */
export const policyQuestions = Object.fromEntries(
  Object.entries(policyCatalogue).map(([id, { question }]) => [id, question]),
) as Choices<PolicyId>;

/** Every answer to any of them, with the policy it answers; the ledger refuses one that answers another question. */
export const policyAnswers: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(policyCatalogue).flatMap(([id, { values }]) =>
    values.map((value) => [value, `answers ${id}`]),
  ),
);
