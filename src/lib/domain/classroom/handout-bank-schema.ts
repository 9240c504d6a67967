import * as v from 'valibot';
import { bankPieces } from '#lib/bank/bank-schema.ts';
import { BANK_VERSION } from '#lib/bank/types.ts';

/** What a bank that came from elsewhere is held against: its shape, and sizes that no device stumbles over. */

const text = v.pipe(v.string(), v.maxLength(10_000));
/** An id, of whatever form the bank's maker gives them. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const ref = v.pipe(v.string(), v.maxLength(1000));

/** A list of at most so many. */
export function some<const S extends v.GenericSchema>(each: S, most: number) {
	return v.pipe(v.array(each), v.maxLength(most));
}

const limits = { text, long: text, id, ref, reportId: id, most: 200, isWhole: false };
const { report, name, fact, question, comparison } = bankPieces(limits);

const MOST = 2000;

/** A bank that came with a quiz. */
export const bankSchema = v.strictObject({
	version: v.literal(BANK_VERSION),
	edition: v.pipe(v.string(), v.maxLength(100)),
	reports: some(report, MOST),
	names: some(name, MOST),
	facts: some(fact, MOST),
	questions: some(question, MOST),
	comparisons: some(comparison, MOST)
});
