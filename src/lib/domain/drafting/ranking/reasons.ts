import type { DraftReason } from '#lib/domain/drafting/types.ts';
import { TRAIT_NAMES, type Trait } from './traits.ts';
import { MEANS, WEIGHTS } from './weights.ts';

/** Traits that tell the same to a reader, with what they speak for and against; some speak only against. */
const GROUPS: { traits: readonly Trait[]; good?: DraftReason; bad: DraftReason }[] = [
	{
		traits: [
			'noName',
			'manyNames',
			'onlyYear',
			'centralName',
			'unanchored',
			'unanchoredEvent',
			'wellAnchored',
			'ofFigureUnnamed',
			'ofSpeakerUnnamed'
		],
		good: 'names-its-subject',
		bad: 'names-nothing'
	},
	{
		traits: ['noBareThing', 'bareThings', 'bareOnly', 'pointing', 'filledIn'],
		good: 'stands-alone',
		bad: 'needs-the-report'
	},
	{
		traits: ['fewWords', 'someWords', 'manyWords', 'longQuestion'],
		good: 'says-enough',
		bad: 'says-little'
	},
	{ traits: ['timeBound', 'ofTheDay', 'undated'], bad: 'time-bound' },
	{
		traits: [
			'nameAnswer',
			'bareDefinite',
			'bareIndefinite',
			'bareNoun',
			'ownerAnswer',
			'shortAnswer',
			'fullAnswer',
			'listAnswer',
			'pairAnswer',
			'namelessDoer'
		],
		good: 'telling-answer',
		bad: 'thin-answer'
	},
	{
		traits: ['sure', 'verySure', 'unsure', 'commas', 'longSentence'],
		good: 'clear-sentence',
		bad: 'hard-sentence'
	},
	{
		traits: [
			'ofSubject',
			'ofObject',
			'ofPreposition',
			'ofAgent',
			'ofPlace',
			'ofComplement',
			'ofSpeaker',
			'ofRole',
			'ofPosition',
			'ofName',
			'ofDeed',
			'ofOwner',
			'ofScore',
			'ofFigure',
			'ofWho'
		],
		good: 'good-sort',
		bad: 'risky-sort'
	}
];

const MOST_REASONS = 2;
/** What moves a draft by less is not worth telling. */
const LEAST_FORCE = 0.25;

const PLACES = new Map(TRAIT_NAMES.map((name, at) => [name, at]));

/** What speaks most for a draft or against it, beside a usual one, the strongest first. */
export function reasonsOf(traits: readonly number[]): DraftReason[] {
	const force = (trait: Trait) =>
		WEIGHTS[trait] * ((traits[PLACES.get(trait) ?? -1] ?? 0) - MEANS[trait]);
	return GROUPS.flatMap(({ traits: names, good, bad }) => {
		const sum = names.reduce((all, name) => all + force(name), 0);
		const reason = sum > 0 ? good : bad;
		return reason === undefined ? [] : [{ reason, force: Math.abs(sum) }];
	})
		.filter((each) => each.force >= LEAST_FORCE)
		.sort((left, right) => right.force - left.force)
		.slice(0, MOST_REASONS)
		.map(({ reason }) => reason);
}
