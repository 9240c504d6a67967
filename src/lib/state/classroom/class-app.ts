import type { LookUp } from '#lib/bank/look-up.ts';
import type { App } from '#lib/state/app.svelte.ts';
import type { QuizApp } from '#lib/state/quiz-keeping.svelte.ts';

/** What of the app the screens of classes need. */
export type ClassApp = QuizApp & Pick<App, 'database' | 'zone'>;

/** The app for a quiz whose questions stand not in the library, but in what was handed out. */
export function appFor(app: ClassApp, look: LookUp): QuizApp {
	return {
		look,
		library: app.library,
		sittings: app.sittings,
		study: app.study,
		updates: app.updates,
		get settings() {
			return app.settings;
		},
		now: () => app.now(),
		newId: () => app.newId(),
		set: (changes) => app.set(changes)
	};
}
