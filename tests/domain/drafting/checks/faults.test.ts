import { describe, expect, it } from 'vitest';
import { faultsOf } from '#lib/domain/drafting/checks/faults.ts';
import type { Kind } from '#lib/bank/types.ts';

describe('faultsOf', () => {
	it.each<[string, Kind, string, string, string[]]>([
		['a good one', 'who', 'Who opened the bridge in Bonn?', 'Anna Bell', []],
		['a named body', 'who', 'Who guards the border near Bonn?', 'The WWF', []],
		['the answer in the question', 'who', 'Who is Anna Bell of Bonn?', 'Anna Bell', ['leak']],
		[
			'its stem',
			'what',
			'What were they constructing near Bonn in construction?',
			'constructions',
			['leak', 'pronoun']
		],
		['a pronoun as subject', 'where', 'Where was he arrested in Bonn?', 'a church', ['pronoun']],
		[
			'the reporter speaks',
			'what',
			'What did we see near Bonn bridge?',
			'a boat',
			['pronoun', 'person']
		],
		['another question word', 'where', 'What burned near Bonn bridge?', 'a boat', ['form']],
		['a plural verb', 'who', 'Who were arrested near Bonn bridge?', 'two men', ['agreement']],
		['nothing to know', 'what', 'What burned near Bonn bridge?', 'the store', ['vague']],
		['a cut end', 'what', 'What did Anna Bell sell to the?', 'a boat', ['format']],
		['an open bracket', 'what', 'What did Anna Bell (sell in Bonn?', 'a boat', ['format']],
		['a tag', 'who', 'Who opened the <b>bridge in Bonn?', 'Anna Bell', ['format']],
		['an address', 'who', 'Who opened the bridge in Bonn?', 'anna@example.org', ['format']],
		['a picture', 'who', 'Who opened the bridge 🌉 in Bonn?', 'Anna Bell', ['format']],
		['a headline', 'who', 'Who DID NOT OPEN THE bridge in Bonn?', 'Anna Bell', ['format']],
		['an abbreviation', 'who', 'Who left the US and NATO in Bonn?', 'Anna Bell', []],
		['too little', 'who', 'Who was second?', 'France', ['bare']],
		['nobody', 'who', 'Who opened the bridge in Bonn?', 'nobody', ['vague']],
		['a rare thing', 'what', 'What lives only near Bonn bridge?', 'the saola', []],
		['a form of a common word', 'who', 'Who came to Bonn in 1950?', 'the attackers', ['vague']],
		['a name alone', 'what', 'What is Palmyra?', 'a ruined city in Syria', []],
		['a name alone, told little of', 'what', 'What is Palmyra?', 'a city', ['bare']],
		['a pronoun in a quotation', 'who', 'Who said “they have come to Bonn”?', 'Anna Bell', []],
		['a pit', 'who', 'Who closed the old mine near Bonn?', 'Anna Bell', []],
		['mine', 'who', 'Who is a friend of mine in Bonn?', 'Anna Bell', ['person']],
		['a village', 'where', 'Which village near Bonn burned?', 'Aldorf', []],
		['too much', 'who', `Who ${'sold boats '.repeat(13)}?`, 'France', ['length', 'format']]
	])('%s', (_, ...[kind, question, answer, faults]) => {
		expect(faultsOf({ kind, question, answer })).toEqual(faults);
	});

	it.each<[string, Kind, string, string, string[]]>([
		['his own', 'who', 'Who launched his first ship in 1950?', 'Carl Dorn', []],
		['her own', 'who', 'Who launched her first ship in 1950?', 'Anna Bell', []],
		['another’s', 'who', 'Who printed her songs in 1950?', 'Carl Dorn', ['pronoun']],
		['its own', 'what', 'Which country launched its first probe?', 'Norway', []],
		['of many', 'what', 'What would disturb its work in Bonn?', 'radio waves', ['pronoun']],
		['their own', 'who', 'Who encouraged their pupils to sing?', 'Catholic priests', []],
		['of one', 'who', 'Who recognised their marriage?', 'The State of Bonn', ['pronoun']]
	])('lets a subject be told by what is %s', (_, ...[kind, question, answer, faults]) => {
		expect(faultsOf({ kind, question, answer, rule: 'subject' })).toEqual(faults);
		expect(faultsOf({ kind, question, answer, rule: 'object' })).toEqual(['pronoun']);
	});

	it.each<[string | undefined, string[]]>([
		['we', ['source']],
		['He', ['source']],
		['the mayor', []],
		[undefined, []]
	])('does not show what only %s says', (source, faults) => {
		const checked = { kind: 'who', question: 'Who opened the bridge in Bonn?' } as const;
		expect(faultsOf({ ...checked, answer: 'Anna Bell', ...(source && { source }) })).toEqual(
			faults
		);
	});
});
