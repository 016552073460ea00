// Every suite of the run, in the order in which a writer meets the features.
import './activation.test.ts';
import './similar.test.ts';
import './skeletons.test.ts';
import './completion.test.ts';
