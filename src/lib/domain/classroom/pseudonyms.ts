import { seededRandom, shuffled } from '#lib/domain/quiz/random.ts';

/** Words that anyone would like to be called by. */
const TRAITS = `Able Bold Brave Bright Brisk Calm Cheerful Clear Clever Curious Daring Eager Early
	Fair Fleet Free Gentle Glad Golden Happy Honest Jolly Keen Kind Lively Loyal Lucky Merry Nimble
	Noble Patient Quick Quiet Ready Silver Steady Sunny Swift Warm Wise`.split(/\s+/);
const THINGS =
	`Alder Aspen Badger Beech Birch Cedar Comet Crane Curlew Dolphin Elm Falcon Fern Finch
	Fox Hare Hawk Hazel Heron Ibis Kestrel Kite Lark Linnet Lynx Maple Marten Meadow Moon Oak Osprey
	Otter Owl Pine Plover Puffin Raven River Robin Rowan Seal Sparrow Star Swallow Swan Tern Willow
	Wren`.split(/\s+/);

/** How many pupils of one class can have a pseudonym of their own. */
const MOST_PSEUDONYMS = TRAITS.length * THINGS.length;

/**
 * So many pseudonyms ("Quiet Heron"), none of them twice nor among those taken (whatever their case).
 * A thing comes twice only once every other has come, so that no two are easily mixed up.
 */
export function makePseudonyms(
	count: number,
	seed: string,
	taken: readonly string[] = []
): string[] {
	const random = seededRandom(seed);
	const [traits, things] = [shuffled(random, TRAITS), shuffled(random, THINGS)];
	const gone = new Set(taken.map((one) => one.toLowerCase()));
	const made: string[] = [];
	for (let i = 0; made.length < count && i < MOST_PSEUDONYMS; i++) {
		const round = Math.floor(i / things.length);
		// Each pair comes once, as the lists' lengths, one more than the things' and the traits', share no divisor.
		const trait = traits[(i + round) % traits.length] ?? '';
		const one = `${trait} ${things[i % things.length] ?? ''}`;
		if (!gone.has(one.toLowerCase())) made.push(one);
	}
	return made;
}
