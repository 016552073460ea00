// Every suite of the run, in the order in which a writer meets the features.
import './activation.test.ts';
import './completion.test.ts';
import './typing.test.ts';
import './skeletons.test.ts';
import './similar.test.ts';
import './checks.test.ts';
import './library.test.ts';
import './sources.test.ts';
import './failure.test.ts';
import './responsiveness.test.ts';
import './leaving.test.ts';
