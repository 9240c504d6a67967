import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind, Name, NameType } from '#lib/bank/types.ts';
import { guessAnswer } from '#lib/domain/desk/guess.ts';
import { guessStanding } from '#lib/domain/desk/guess-standing.ts';

const name = (id: string, text: string, type: NameType, ...aliases: string[]): Name => ({
	id,
	name: text,
	type,
	aliases
});
const NAMES: Name[] = [
	name('assad', 'Bashar al-Assad', 'person', 'Assad', 'Mr Assad'),
	name('kerry', 'John Kerry', 'person', 'Kerry'),
	name('aleppo', 'Aleppo', 'city'),
	name('russia', 'Russia', 'country'),
	name('us', 'United States', 'country', 'US', 'the US'),
	name('helmets', 'White Helmets', 'group'),
	name('treaty', 'Treaty of Ghent', 'work'),
	name('residents', 'residents', 'role'),
	name('nato-head', 'head of Nato', 'role'),
	name('stoltenberg', 'Jens Stoltenberg', 'person')
];

function guess(marked: string) {
	const start = marked.indexOf('[');
	const end = marked.indexOf(']') - 1;
	const sentence = marked.replace(/[[\]]/g, '');
	return { sentence, guess: guessAnswer(sentence, { start, end }, NAMES) };
}

describe('a figure', () => {
	test.each([
		['They said about [70] people were killed.', '70', 'about 70 people'],
		['They said [about 70 people] were killed.', 'about 70 people', undefined],
		['More than [350 people] have been killed.', '350 people', 'More than 350 people'],
		['They lost [40 buildings destroyed].', '40 buildings destroyed', undefined],
		['It has [tens of thousands of troops].', 'tens of thousands of troops', undefined],
		['There could be [up to a year] of fighting.', 'up to a year', undefined]
	])('%s', (marked, quantity, wider) => {
		const { sentence, guess: found } = guess(marked);
		expect(found).toMatchObject({ kind: 'how-many', answer: { form: 'quantity', quantity } });
		const shown = found.wider && sentence.slice(found.wider.start, found.wider.end);
		if (wider === undefined) expect(shown === undefined || shown.startsWith(quantity)).toBe(true);
		else expect(shown).toBe(wider);
	});
});

describe('a name that is known', () => {
	test.each<[string, Kind, string]>([
		["The president is [Bashar al-Assad's] ally.", 'who', 'assad'],
		['It was [ASSAD], they said.', 'who', 'assad'],
		['They fought in [Aleppo].', 'where', 'aleppo'],
		['[Russia] has decided.', 'who', 'russia'],
		['They met in [Russia] that day.', 'where', 'russia'],
		['They signed the ["Treaty of Ghent"].', 'what', 'treaty']
	])('%s', (marked, kind, id) => {
		expect(guess(marked).guess).toMatchObject({ kind, answer: { form: 'name', name: id } });
	});
	test('two of them', () => {
		expect(guess('A truce brokered by [the US and Russia] failed.').guess).toMatchObject({
			kind: 'who',
			answer: { form: 'names', names: ['us', 'russia'] }
		});
	});
});

describe('a name that nobody has entered', () => {
	test.each<[string, Kind, string, NameType]>([
		['They were helped by [Ammar al-Sakka] that day.', 'who', 'Ammar al-Sakka', 'person'],
		['A talk with Mr [Orton] followed.', 'who', 'Orton', 'person'],
		['The [Syrian Army] advanced.', 'who', 'Syrian Army', 'organisation'],
		[
			'Analysts at the [Henry Jackson Society] agreed.',
			'who',
			'Henry Jackson Society',
			'organisation'
		],
		['It is a [UNESCO] site.', 'who', 'UNESCO', 'organisation'],
		['It is home to the [Umayyad Mosque].', 'where', 'Umayyad Mosque', 'landmark'],
		['Powers gathered in [New York] to talk.', 'where', 'New York', 'city'],
		['The plan, said [a western diplomat], failed.', 'who', 'western diplomat', 'role'],
		['[Doctors] say so.', 'who', 'doctors', 'role'],
		['It was held by [the rebels] then.', 'who', 'rebels', 'group']
	])('%s', (marked, kind, text, type) => {
		expect(guess(marked).guess).toMatchObject({
			kind,
			answer: { form: 'name' },
			newName: { name: text, type }
		});
	});
});

test.each<[string, Kind, string]>([
	['They began [a ground assault] on it.', 'what', 'a ground assault'],
	['There was fighting [to the south of Aleppo], too.', 'where', 'to the south of Aleppo'],
	['It began [in 2012].', 'what', 'in 2012']
])('other words are a text: %s', (marked, kind, text) => {
	expect(guess(marked).guess).toMatchObject({ kind, answer: { form: 'text', text } });
});

test('signs and spaces around the selection are left out', () => {
	const { sentence, guess: found } = guess('It was ["Aleppo,] they said.');
	expect(sentence.slice(found.stretch.start, found.stretch.end)).toBe('Aleppo');
});

test('no sentence and no selection makes it throw', () => {
	const text = fc.string({ unit: 'grapheme', maxLength: 60 });
	fc.assert(
		fc.property(
			text,
			fc.integer({ min: -2, max: 70 }),
			fc.integer({ min: -2, max: 70 }),
			(sentence, start, end) => {
				const { stretch } = guessAnswer(sentence, { start, end }, NAMES);
				expect(sentence.slice(stretch.start, stretch.end).length).toBeLessThanOrEqual(
					sentence.length
				);
				expect(guessStanding(sentence, NAMES).standing).toBeTruthy();
			}
		)
	);
});

describe('guessStanding', () => {
	test.each<[string, object]>([
		['Government forces have the city under siege.', { standing: 'stated' }],
		['Residents said the ground shook.', { standing: 'claimed', source: 'residents' }],
		[
			'The mayor of Milltown said about 70 people died.',
			{ standing: 'claimed', newSource: { name: 'mayor of Milltown', type: 'role' } }
		],
		['Residents of Milltown said so.', { standing: 'claimed', source: 'residents' }],
		[
			'Officials of the Harbour Board said so.',
			{ standing: 'claimed', newSource: { name: 'officials of the Harbour Board', type: 'role' } }
		],
		[
			'The White Helmets said about 70 people were killed.',
			{ standing: 'claimed', source: 'helmets' }
		],
		[
			'"I saw nothing like it," said John Kerry, the US secretary of state.',
			{ standing: 'claimed', source: 'kerry' }
		],
		['According to Russia, talks were futile.', { standing: 'claimed', source: 'russia' }],
		[
			'Jens Stoltenberg, the head of Nato, called the strikes a breach.',
			{ standing: 'opinion', source: 'stoltenberg' }
		],
		['The army is thought to number 15,000.', { standing: 'estimated' }],
		['The offensive could be a watershed.', { standing: 'forecast' }],
		['Kerry warned that it would last.', { standing: 'forecast', source: 'kerry' }],
		[
			'Rescue workers say four hospitals were hit.',
			{ standing: 'claimed', newSource: { name: 'rescue workers', type: 'role' } }
		],
		[
			'Ammar al-Sakka, a spokesman, told the Telegraph they fought.',
			{ standing: 'claimed', newSource: { name: 'Ammar al-Sakka', type: 'person' } }
		],
		['Half were reported to be women or children since Friday.', { standing: 'claimed' }],
		['He said they needed more weapons.', { standing: 'claimed' }]
	])('%s', (sentence, expected) => {
		const { cue, ...found } = guessStanding(sentence, NAMES);
		expect(found).toEqual(expected);
		expect(cue === undefined).toBe(found.standing === 'stated');
	});
});
