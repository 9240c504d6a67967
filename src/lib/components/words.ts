import type { Level, Standing } from '#lib/bank/types.ts';
import { m } from '#lib/paraglide/messages.js';

const LEVEL_WORDS: Record<Level, () => string> = {
	core: m.level_core,
	detail: m.level_detail,
	fine: m.level_fine
};

const STANDING_WORDS: Record<Standing, () => string> = {
	stated: m.standing_word_stated,
	claimed: m.standing_word_claimed,
	estimated: m.standing_word_estimated,
	forecast: m.standing_word_forecast,
	opinion: m.standing_word_opinion
};

const STANDING_SENTENCES: Record<
	Standing,
	{ alone: () => string; by: (inputs: { source: string }) => string }
> = {
	stated: { alone: m.standing_stated, by: m.standing_stated_by },
	claimed: { alone: m.standing_claimed, by: m.standing_claimed_by },
	estimated: { alone: m.standing_estimated, by: m.standing_estimated_by },
	forecast: { alone: m.standing_forecast, by: m.standing_forecast_by },
	opinion: { alone: m.standing_opinion, by: m.standing_opinion_by }
};

/** The word for a level. */
export function levelWord(level: Level): string {
	return LEVEL_WORDS[level]();
}

/** The one word for a standing: "claimed". */
export function standingWord(standing: Standing): string {
	return STANDING_WORDS[standing]();
}

/** The sentence on a standing: "A claim by the White Helmets; the report does not check it." */
export function standingSentence(standing: Standing, source?: string): string {
	const sentences = STANDING_SENTENCES[standing];
	return source ? sentences.by({ source }) : sentences.alone();
}
