// The lessons are Markdown files in the folders beside this one, copied as resources. This file is
// all the code their target needs; lessons are found beside the executable.
