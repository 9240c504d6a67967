import type { StudySettings } from './settings.ts';
import type { Rating } from './types.ts';

/** The ratings on the buttons: Not yet and Got it, or all four. */
export function ratingsOf(buttons: StudySettings['buttons']): readonly Rating[] {
	return buttons === 2 ? [1, 3] : [1, 2, 3, 4];
}

/**
 * The rating proposed for a typed answer by the grader's verdict, none where a person must decide.
 * With two buttons there is no Hard: a slip of spelling is Got it, a part of the answer Not yet.
 */
export function proposeRating(
	verdict: 'right' | 'spelling' | 'partly' | 'review' | 'wrong',
	buttons: StudySettings['buttons']
): Rating | undefined {
	switch (verdict) {
		case 'right':
			return 3;
		case 'spelling':
			return buttons === 2 ? 3 : 2;
		case 'partly':
			return buttons === 2 ? 1 : 2;
		case 'wrong':
			return 1;
		case 'review':
			return undefined;
	}
}
