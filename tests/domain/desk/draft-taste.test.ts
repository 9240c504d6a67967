import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '#lib/bank/types.ts';
import {
	draftTaste,
	MOST_SHIFT,
	verdictsOn,
	type DraftVerdict
} from '#lib/domain/desk/draft-taste.ts';
import { DEAD, smallDesk, WHERE } from './small-desk.ts';

const verdict = fc.record({
	kind: fc.constantFrom(...KINDS),
	rule: fc.constantFrom('subject', 'object', 'place'),
	worth: fc.constantFrom(0, 0.5, 1)
});
const times = (count: number, one: DraftVerdict) => Array.from({ length: count }, () => one);
const DROPPED: DraftVerdict = { kind: 'what', rule: 'object', worth: 0 };
const KEPT: DraftVerdict = { kind: 'who', rule: 'subject', worth: 1 };
const OBJECT = { kind: 'what', rule: 'object' } as const;
const SUBJECT = { kind: 'who', rule: 'subject' } as const;

describe('what a desk says of its drafts', () => {
	test('is what was kept, kept after a change, and dropped; a question of one’s own says nothing', () => {
		const desk = smallDesk(
			{ ...WHERE, draft: { id: 'where-1-0-8', rule: 'place' } },
			{ ...DEAD, draft: { id: 'how-many-2-0-8', rule: 'quantity', isEdited: true } },
			{ ...DEAD, id: 'q-own' }
		);
		const drop = { id: 'who-1-0-3', rule: 'subject', kind: 'who', reason: 'vague' } as const;
		expect(verdictsOn({ ...desk, drops: { [drop.id]: drop } })).toEqual([
			{ kind: 'where', rule: 'place', worth: 1 },
			{ kind: 'how-many', rule: 'quantity', worth: 0.5 },
			{ kind: 'who', rule: 'subject', worth: 0 }
		]);
	});
});

describe('the taste of a person', () => {
	test('is none without verdicts', () => {
		expect(draftTaste([])(OBJECT)).toBe(0);
	});

	test('is none where everything was dropped: no rule is better than another', () => {
		expect(draftTaste(times(20, DROPPED))(OBJECT)).toBeLessThanOrEqual(0);
		const all = [...times(10, DROPPED), ...times(10, { ...DROPPED, ...SUBJECT })];
		const taste = draftTaste(all);
		expect(taste(OBJECT)).toBeCloseTo(taste(SUBJECT), 10);
	});

	test('moves what is dropped down and what is kept up', () => {
		const taste = draftTaste([...times(6, DROPPED), ...times(6, KEPT)]);
		expect(taste(OBJECT)).toBeLessThan(-0.04);
		expect(taste(SUBJECT)).toBeGreaterThan(0.04);
	});

	test('moves little by one verdict, and more by many', () => {
		const after = (count: number) =>
			draftTaste([...times(count, DROPPED), ...times(8, KEPT)])(OBJECT);
		expect(after(1)).toBeGreaterThan(-0.04);
		expect(after(8)).toBeLessThan(after(1));
	});

	test('tells more by the rule than by the kind', () => {
		const taste = draftTaste([...times(8, DROPPED), ...times(8, KEPT)]);
		const sameRule = taste({ kind: 'where', rule: 'object' });
		const sameKind = taste({ kind: 'what', rule: 'place' });
		expect(sameRule).toBeLessThan(sameKind);
		expect(sameKind).toBeLessThan(0);
	});

	test('is bounded, whatever the verdicts and their order', () => {
		fc.assert(
			fc.property(fc.array(verdict, { maxLength: 60 }), verdict, (verdicts, draft) => {
				const shift = draftTaste(verdicts)(draft);
				expect(Math.abs(shift)).toBeLessThanOrEqual(MOST_SHIFT);
				expect(draftTaste([...verdicts].reverse())(draft)).toBeCloseTo(shift, 10);
			})
		);
	});
});
