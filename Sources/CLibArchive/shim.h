// libarchive reads the containers. The four stream formats are read with their own libraries,
// because libarchive's filters drop up to 128 KiB of decoded bytes when a stream is cut short
// and do not check a gzip stream's checksum (libarchive 3.6.2).
#include <archive.h>
#include <archive_entry.h>
#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>
