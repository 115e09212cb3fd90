// One part of the bundle: the commands that talk to people, with the library that asks.
export { ask } from '../ask/ask.js';
export { converse } from '../new/conversation.js';
