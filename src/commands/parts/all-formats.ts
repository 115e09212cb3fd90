/** A file of its own in the bundle (see the build), for runs that write something other than the usual. */
export { formats } from '../../report/formats/index.js';
