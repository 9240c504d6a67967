import { describe, expect, it } from 'vitest';
import { findClauses } from '#lib/domain/drafting/clauses/find-clauses.ts';
import { comesBack, putBack } from '#lib/domain/drafting/round-trip/put-back.ts';
import { readOne } from '../read-one.ts';

/** What question and answer say otherwise than the first clause of a sentence. */
function compared(text: string, question: string, answered: string) {
	const reading = readOne(text);
	const [clause] = findClauses(reading.row);
	if (!clause) throw new Error(`No clause in: ${text}`);
	const { words } = reading.sentence;
	const [start = '', ...others] = answered.split(' ');
	const first = words.findIndex((word) => word.text === start);
	const answer = { first, last: first + others.length };
	const proposal = { kind: 'what' as const, question, answer, rule: '', confidence: 1, used: [] };
	return { ...putBack(reading, clause, proposal), comes: comesBack(reading, clause, proposal) };
}

describe('putBack', () => {
	it.each([
		['The storm destroyed a school.', 'What did the storm destroy?', 'a school'],
		['Anna Bell opened the bridge in May.', 'Who opened the bridge in May?', 'Anna Bell'],
		['Miners block the road.', 'Who blocks the road?', 'Miners'],
		['The army never took the town.', 'What did the army never take?', 'the town'],
		['Seven men (all miners) were killed in Aden.', 'How many men were killed in Aden?', 'Seven']
	])('%s %s: nothing lost or gained', (text, question, answer) => {
		expect(compared(text, question, answer)).toEqual({ lost: [], gained: [], comes: true });
	});

	it.each([
		['The army never took the town.', 'What did the army take?', 'the town', ['never'], []],
		[
			'The court freed the old mayor.',
			'Who freed in May?',
			'The court',
			['old', 'mayor'],
			['in', 'may']
		],
		['Police reportedly shot a man.', 'Who did police shoot?', 'a man', ['reportedly'], []],
		['The city became a busy port.', 'What did the city city become?', 'a busy port', [], ['city']]
	])('%s %s: told apart', (...[text, question, answer, lost, gained]) => {
		expect(compared(text, question, answer)).toEqual({ lost, gained, comes: false });
	});
});
