import { describe, expect, it } from 'vitest';
import { withBareName } from '#lib/domain/drafting/asking/bare-name.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { readOne, textOf } from '../read-one.ts';

function proposalOf({ sentence: { words } }: Reading, answer: string, rule: string): Proposal {
	const [opening] = answer.split(' ');
	const first = words.findIndex(({ text }) => text === opening);
	const last = first + answer.split(' ').length - 1;
	return {
		kind: 'who',
		question: 'Who left?',
		answer: { first, last },
		rule,
		confidence: 1,
		used: []
	};
}

describe('withBareName', () => {
	it.each<[string, string, string]>([
		['The defender Carl Dorn scored twice in Bonn.', 'The defender Carl Dorn', 'Carl Dorn'],
		['Her brother Carl Dorn sold the house in Bonn.', 'Her brother Carl Dorn', 'Carl Dorn'],
		['The engineer Anna Bell built the bridge.', 'The engineer Anna Bell', 'Anna Bell'],
		['Anna Bell built the bridge in Bonn.', 'Anna Bell', 'Anna Bell'],
		['A Norman named Oursel led the army.', 'A Norman named Oursel', 'Oursel'],
		['The New Zealanders built a bridge.', 'The New Zealanders', 'The New Zealanders'],
		['Judge Dorn closed the case in Bonn.', 'Judge Dorn', 'Judge Dorn'],
		['The engineers built the bridge in Bonn.', 'The engineers', 'The engineers'],
		[
			'Anna Bell and Carl Dorn built the bridge.',
			'Anna Bell and Carl Dorn',
			'Anna Bell and Carl Dorn'
		]
	])('%s', (text, answer, wanted) => {
		const reading = readOne(text);
		const proposal = proposalOf(reading, answer, 'subject');
		expect(textOf(reading, withBareName(reading, proposal).answer)).toBe(wanted);
	});

	it('leaves what is said of a person where that is asked for', () => {
		const reading = readOne('The engineer Anna Bell built the bridge.');
		const proposal = proposalOf(reading, 'The engineer Anna Bell', 'name');
		expect(withBareName(reading, proposal)).toEqual(proposal);
	});
});
