import { signInBody } from '#lib/domain/classroom/api/pupil-api.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { signInPupil } from '#lib/server/pupils/sign-in.ts';

export const POST = endpoint({ body: signInBody }, signInPupil);
