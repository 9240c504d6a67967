import { endpoint } from '#lib/server/endpoint.ts';
import { signOutPupil } from '#lib/server/pupils/pupil-session.ts';

export const POST = endpoint({}, signOutPupil);
