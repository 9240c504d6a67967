import { describe, expect, it } from 'vitest';
import { applyPatch } from '#lib/domain/desk/patch.ts';
import type { Desk, DeskComparison, DeskPatch, DeskQuestion } from '#lib/domain/desk/types.ts';
import { questionRemoval, withoutLonely } from '#lib/state/desk-removal.ts';
import { comparisonQuestion } from '#lib/state/desk-selection.ts';
import { DEAD, REPORT_ID, smallDesk, WHERE } from '../domain/desk/small-desk.ts';

const held: DeskComparison = {
	id: 'c-one',
	factIds: [`${REPORT_ID}/f-bridge`, 'other/f-flood'],
	relation: 'differs',
	why: 'Two banks of one river.'
};
const asked = comparisonQuestion('q-both', held.id);

/** A desk whose bridge is also held by a comparison. */
function comparing(...questions: DeskQuestion[]): Desk {
	return { ...smallDesk(...questions), comparisons: { [held.id]: held } };
}

/** What stands on a desk once questions were taken away one after the other. */
function leftBehind(desk: Desk, removed: DeskQuestion[]) {
	const left = removed.reduce(
		(at, question) => applyPatch(at, withoutLonely(at, questionRemoval(at, question), [])),
		desk
	);
	return [left.questions, left.facts, left.comparisons ?? {}].map((parts) => Object.keys(parts));
}

describe('taking a question away', () => {
	it.each([
		{
			name: 'takes its fact along',
			desk: smallDesk(WHERE, DEAD),
			removed: [WHERE],
			left: [['q-dead'], ['f-dead'], []]
		},
		{
			name: 'leaves a fact that a comparison holds',
			desk: comparing(WHERE, DEAD, asked),
			removed: [WHERE],
			left: [['q-dead', 'q-both'], ['f-bridge', 'f-dead'], ['c-one']]
		},
		{
			name: 'takes a comparison along with its last question, and what it alone held',
			desk: comparing(WHERE, DEAD, asked),
			removed: [WHERE, asked],
			left: [['q-dead'], ['f-dead'], []]
		},
		{
			name: 'leaves a comparison that is asked about otherwise',
			desk: comparing(WHERE, DEAD, asked, { ...asked, id: 'q-again' }),
			removed: [asked],
			left: [['q-where', 'q-dead', 'q-again'], ['f-bridge', 'f-dead'], ['c-one']]
		}
	])('$name', ({ desk, removed, left }) => {
		expect(leftBehind(desk, removed)).toEqual(left);
	});

	it('takes a name along that was made here and that nothing speaks of any more', () => {
		const desk = smallDesk(WHERE, DEAD);
		const patch = questionRemoval(desk, DEAD);
		expect(withoutLonely(desk, patch, ['n-mayor', 'n-lee'])).toEqual({
			questions: { 'q-dead': null },
			facts: { 'f-dead': null },
			names: { 'n-mayor': null }
		});
	});
});

it('a fact let go by a comparison goes where nothing asks about it', () => {
	const without: DeskPatch = {
		comparisons: { [held.id]: { ...held, factIds: ['other/f-flood'] } }
	};
	expect(withoutLonely(comparing(WHERE, DEAD, asked), without, [])).toEqual(without);
	expect(withoutLonely(comparing(DEAD, asked), without, [])).toEqual({
		...without,
		facts: { 'f-bridge': null }
	});
});
