import type { ApiProblem } from '#lib/domain/classroom/api/problems.ts';
import type { SignedInPupil, SignInBody } from '#lib/domain/classroom/api/pupil-api.ts';
import { done, type Outcome } from '#lib/domain/classroom/outcome.ts';
import { passAddress, passClass, type Caller } from '#lib/server/flood.ts';
import { readClassCode } from '#lib/server/readable-codes.ts';
import type { Visit } from '#lib/server/session-cookies.ts';
import { signInByLink } from './link-sign-in.ts';
import { readLink } from './links.ts';
import { signInByPin } from './pin-sign-in.ts';
import { setPupilCookie } from './pupil-session.ts';

/** A request to sign a pupil in. */
interface Knock extends Visit {
	event: Visit['event'] & Caller['event'];
	body: SignInBody;
}

/** The class that somebody says they belong to; nothing where no class can be meant. */
function classSaid(body: SignInBody): string | undefined {
	return 'link' in body ? readLink(body.link)?.classId : readClassCode(body.code);
}

function passFlood(knock: Knock): Outcome<undefined, ApiProblem> {
	const passed = passAddress(knock, 'sign-in');
	const said = classSaid(knock.body);
	return passed.ok && said !== undefined ? passClass(knock, said) : passed;
}

/** Signs a pupil in by PIN or personal link, and gives their browser the class's session. */
export async function signInPupil(knock: Knock): Promise<Outcome<SignedInPupil, ApiProblem>> {
	const passed = passFlood(knock);
	if (!passed.ok) return passed;
	const { context, body } = knock;
	const letIn =
		'link' in body ? await signInByLink(context, body.link) : await signInByPin(context, body);
	if (!letIn.ok) return letIn;
	const { pupil, session } = letIn.value;
	setPupilCookie(knock, pupil.classId, session);
	return done(pupil);
}
