import { questionsOfPayment } from './questions-of-payment.ts';
import { questionsOfRecovery } from './questions-of-recovery.ts';

/** The policies of this version, under the numbers of docs/law.md. A value that nobody honours is not offered. */
export const policyCatalogue = { ...questionsOfRecovery, ...questionsOfPayment } as const;

export type PolicyId = keyof typeof policyCatalogue;
export type PolicyValue<Id extends PolicyId> = (typeof policyCatalogue)[Id]['values'][number];

/** The answers that hold on a day, and the number that stands for them: the version that every law-made event names. */
export type Policies = { readonly version: number } & { readonly [Id in PolicyId]: PolicyValue<Id> };
