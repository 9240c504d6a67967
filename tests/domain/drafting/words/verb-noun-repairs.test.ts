import { describe, expect, it } from 'vitest';
import { readSentences } from '#lib/domain/drafting/words/read-sentences.ts';

const wordIn = (text: string, wanted: string) =>
	readSentences(text)
		.flatMap(({ words }) => words)
		.find((word) => word.text === wanted);

describe('VERB_NOUN_REPAIRS', () => {
	it.each([
		['Miners joined French forces in the hills.', 'forces', 'NOUN'],
		['The German leads the race.', 'leads', 'VERB'],
		['Seven Irish lectures were printed in Bonn.', 'lectures', 'NOUN'],
		['Norway began well, with Peru in the medal lead.', 'lead', 'NOUN'],
		['The rain made the crew leave.', 'leave', 'VERB'],
		['Pilgrims thronged to the shrine to hear the monk.', 'thronged', 'VERB'],
		['The town held a crowded market.', 'crowded', 'ADJ'],
		['The club gave up nine points, ranking sixth in the league.', 'ranking', 'VERB'],
		['The railway led to increased trade.', 'increased', 'ADJ'],
		['The tax raised the underlying economic pressure.', 'underlying', 'ADJ'],
		['The mean annual rainfall was low.', 'mean', 'ADJ'],
		['The council passed a bill that bans plastic bags.', 'bans', 'VERB'],
		['The court named the case which the city lost.', 'which', 'PRON'],
		['They want to design and print their notes.', 'print', 'VERB'],
		['The mayor may close a factory.', 'close', 'VERB'],
		['The shop was close to the port.', 'close', 'ADJ'],
		['Later she married a nurse.', 'married', 'VERB'],
		['Fishermen heard the cries of the crew.', 'cries', 'NOUN'],
		['The male attracts females with a light.', 'attracts', 'VERB'],
		['Soldiers destroyed almost everything of value.', 'everything', 'PRON'],
		['The film showed sparks lighting up the roof.', 'lighting', 'VERB'],
		['Drones filmed miners digging tunnels in the hills.', 'digging', 'VERB'],
		['The tour showed the town building of Bonn.', 'building', 'NOUN'],
		['Guards fired tear gas at the miners.', 'tear', 'NOUN'],
		['The dog helped rescue teams in the hills.', 'helped', 'VERB'],
		['A shrine was built there in May.', 'there', 'ADV'],
		['There were two mills.', 'There', 'PRON']
	])('%s: %s is %s', (text, word, tag) => {
		expect(wordIn(text, word)?.tag).toBe(tag);
	});

	it.each([
		['Pilgrims thronged to the shrine.', 'thronged', 'throng'],
		['She specialised in law.', 'specialised', 'specialise'],
		['She specialized in law.', 'specialized', 'specialize'],
		['The club lost twice, ranking sixth in the league.', 'ranking', 'rank']
	])('%s: %s is a form of %s', (text, word, lemma) => {
		expect(wordIn(text, word)?.lemma).toBe(lemma);
	});

	it.each([
		['The Anglo–Danish border moved.', 'Anglo–Danish'],
		['The 2001–02 season began.', '2001–02']
	])('%s: %s is one word', (text, word) => {
		expect(wordIn(text, word)?.text).toBe(word);
	});
});
