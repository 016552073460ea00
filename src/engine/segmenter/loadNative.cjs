'use strict';
// Loads nodejieba's binary from this folder. It stays outside the bundle: it is native code.

const { join } = require('node:path');
const { isMainThread } = require('node:worker_threads');

const files = ['dictionary.utf8', 'hmm.utf8', 'terms.utf8', 'idf.utf8', 'stopWords.utf8'];

// The library opens its dictionaries through narrow paths, which fail on Windows where a folder has a Chinese name, and a
// path that fails aborts the process.
/** The library; its dictionaries, which take most of the time and 70 MB, are loaded by `prepare`. */
exports.open = function open() {
  const binding = require('./nodejieba.node');
  return {
    prepare: () => (isMainThread ? loadFromHere(binding) : loadFromAfar(binding)),
    cut: (text, hmm) => binding.cut(text, hmm),
  };
};

/** Plain names relative to this folder work wherever it stands. */
function loadFromHere(binding) {
  const before = process.cwd();
  process.chdir(__dirname);
  try {
    binding.load(...files);
  } finally {
    process.chdir(before);
  }
}

/** A thread cannot change the working folder, nor rely on it: the main thread may be changing it for a moment. */
function loadFromAfar(binding) {
  if (process.platform === 'win32' && /[^\x20-\x7e]/.test(__dirname)) throw new Error('no path that the library can open');
  binding.load(...files.map((name) => join(__dirname, name)));
}
