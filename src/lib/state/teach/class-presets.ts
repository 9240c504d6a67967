import { PRESETS, type Preset } from '#lib/domain/quiz/presets.ts';

/**
 * The one-tap quizzes as a class gets them: nothing to match, as ids cannot stand for such items and a
 * quiz with them fits into no code on the wall.
 */
export const CLASS_PRESETS: readonly Preset[] = PRESETS.map(({ id, blueprint }) => ({
	id,
	blueprint: { ...blueprint, forms: blueprint.forms.filter((form) => form !== 'match') }
}));
