import type { SignInBody, SignedInPupil } from '#lib/domain/classroom/api/pupil-api.ts';
import type { RemoteProblem } from '#lib/remote/class-server.ts';
import { JoinedRepository } from '#lib/storage/joined-repository.ts';
import { done, refused, type Outcome, type StoreProblem } from '#lib/storage/outcome.ts';
import type { ClassApp } from './class-app.ts';
import { classSync, schoolServer } from './school-server.ts';

/** Why a class was not joined; a field that is empty or not as it stands on a slip is told without the server. */
export type JoinProblem =
	RemoteProblem | StoreProblem | { code: 'no-code' | 'no-number' | 'no-pin' };

const MOST_PUPILS = 999;
const PIN = /^\d{6}$/;

/** A pupil signs in to their class on this device, by what stands on a slip or by a personal link. */
export class ClassJoining {
	#app: ClassApp;

	code = $state('');
	number = $state('');
	pin = $state('');
	busy = $state(false);
	problem = $state.raw<JoinProblem>();
	/** Who was signed in. */
	pupil = $state.raw<SignedInPupil>();

	constructor(app: ClassApp) {
		this.#app = app;
	}

	/** Signs in with class code, number and PIN. */
	async byPin(): Promise<boolean> {
		const body = this.#body();
		if (body.ok) return this.#join(body.value);
		this.problem = body.problem;
		return false;
	}

	/** Signs in with what stands behind the `#` of a personal link. */
	byLink(link: string): Promise<boolean> {
		return this.#join({ link });
	}

	#body(): Outcome<SignInBody, JoinProblem> {
		const code = this.code.trim();
		const no = Number(this.number.trim());
		const pin = this.pin.replace(/\s/g, '');
		if (code === '') return refused({ code: 'no-code' });
		if (!Number.isInteger(no) || no < 1 || no > MOST_PUPILS) return refused({ code: 'no-number' });
		return PIN.test(pin) ? done({ code, no, pin }) : refused({ code: 'no-pin' });
	}

	async #join(body: SignInBody): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		this.problem = undefined;
		try {
			const joined = await this.#signIn(body);
			if (joined.ok) this.pupil = joined.value;
			else this.problem = joined.problem;
			return joined.ok;
		} finally {
			this.busy = false;
		}
	}

	async #signIn(body: SignInBody): Promise<Outcome<SignedInPupil, JoinProblem>> {
		const loaded = await Promise.all([
			classSync(this.#app),
			import('#lib/domain/classroom/api/pupil-answers.ts')
		]).catch(() => undefined);
		if (!loaded) return refused({ code: 'unreachable' });
		const [sync, { readPupil }] = loaded;
		const joined = await sync.alone(async (): Promise<Outcome<SignedInPupil, JoinProblem>> => {
			const answer = await schoolServer().ask<unknown>('POST', 'pupil/sign-in', body);
			if (!answer.ok) return answer;
			const pupil = readPupil(answer.value);
			return pupil ? this.#keep(pupil) : refused({ code: 'unreachable' });
		});
		if (joined.ok) void sync.now();
		return joined;
	}

	async #keep(pupil: SignedInPupil): Promise<Outcome<SignedInPupil, StoreProblem>> {
		const { classId: id, className, no, pseudonym } = pupil;
		const classes = new JoinedRepository(this.#app.database);
		const { joinedAt = this.#app.now() } = (await classes.read(id)) ?? {};
		const kept = await classes.join({ id, className, no, pseudonym, joinedAt });
		return kept.ok ? done(pupil) : kept;
	}
}
