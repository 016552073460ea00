'use strict';
// Loads nodejieba's binary from this folder. It stays outside the bundle: it is native code.

exports.load = function load() {
  const binding = require('./nodejieba.node');
  const before = process.cwd();
  // The library opens its dictionaries through narrow paths, which fail on Windows where a folder has a Chinese name.
  // Plain names relative to this folder work wherever it stands.
  process.chdir(__dirname);
  try {
    binding.load('dictionary.utf8', 'hmm.utf8', 'terms.utf8', 'idf.utf8', 'stopWords.utf8');
  } finally {
    process.chdir(before);
  }
  return binding;
};
