import { describe, expect, it } from 'vitest';
import { askAgent } from '#lib/domain/drafting/asking/rules/ask-agent.ts';
import { askBelonging } from '#lib/domain/drafting/asking/rules/ask-belonging.ts';
import { askDeed } from '#lib/domain/drafting/asking/rules/ask-deed.ts';
import { findClauses } from '#lib/domain/drafting/clauses/find-clauses.ts';
import { readOne, textOf } from '../../read-one.ts';

/** "question => answer" of what a rule asks of the clauses of a sentence. */
function askedBy(rule: typeof askAgent, text: string): string[] {
	const reading = readOne(text);
	return findClauses(reading.row)
		.flatMap((clause) => rule(reading, clause))
		.map(({ question, answer }) => `${question} => ${textOf(reading, answer)}`);
}

describe('askAgent', () => {
	it.each([
		['The road was blocked by miners.', ['Who blocked the road? => miners']],
		[
			'The rules were written down in 1410 by the monk Anna Bell.',
			['Who wrote the rules down in 1410? => the monk Anna Bell']
		],
		[
			'Medals were presented to the players by Anna Bell.',
			['Who presented medals to the players? => Anna Bell']
		],
		[
			'Miners were first encouraged to come to Ulm by Anna Bell.',
			['Who first encouraged miners to come to Ulm? => Anna Bell']
		],
		['The mine is owned by Anna Bell.', ['Who owns the mine? => Anna Bell']],
		['The mine has been bought by Anna Bell.', ['Who has bought the mine? => Anna Bell']],
		[
			'The Ulm line, opened in 1911 by Anna Bell, carries coal.',
			['Who opened the Ulm line in 1911? => Anna Bell']
		],
		['The mine may be bought by Anna Bell.', []],
		['The crew was fed only by infusion.', []],
		['The bill was beaten by three votes.', []],
		['They were warned by Anna Bell.', []],
		['Anna Bell stood by the road.', []]
	])('%s', (text, asked) => {
		expect(askedBy(askAgent, text)).toEqual(asked);
	});
});

describe('askDeed', () => {
	it.each([
		[
			'Anna Bell agreed to stay in the prison for eight months.',
			['What did Anna Bell agree to do for eight months? => stay in the prison']
		],
		['Peru decided to start talks.', ['What did Peru decide to do? => start talks']],
		[
			'Doctors are required to obtain a degree before the exam.',
			['What are doctors required to do before the exam? => obtain a degree']
		],
		[
			'The bank hired Anna Bell to design and print its notes.',
			['What did the bank hire Anna Bell to do? => design and print its notes']
		],
		['Peru refused to do the same.', []],
		['Anna Bell agreed to leave.', []],
		['Anna Bell happened to meet the king.', []],
		['Divers took a sample to find out how it lived.', []]
	])('%s', (text, asked) => {
		expect(askedBy(askDeed, text)).toEqual(asked);
	});
});

describe('askBelonging', () => {
	it.each([
		['Anna Bell was a critic of Peru.', ['Of which country was Anna Bell a critic? => Peru']],
		[
			'In 1908 Anna Bell became a member of the Reform Party.',
			['Of what did Anna Bell become a member in 1908? => the Reform Party']
		],
		['The mill was a heap of stones.', []],
		['Anna Bell was a member of eleven clubs.', []],
		['Anna Bell met a critic of Peru.', []]
	])('%s', (text, asked) => {
		expect(askedBy(askBelonging, text)).toEqual(asked);
	});
});
