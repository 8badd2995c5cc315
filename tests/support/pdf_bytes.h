#pragma once

#include <string>
#include <vector>

namespace tutela::testing {

/// A PDF of these objects, numbered from 1; the first is the catalogue. `trailer` is put into its trailer.
inline std::string pdfOf(const std::vector<std::string>& objects, const std::string& trailer = {})
{
    std::string bytes = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    std::vector<std::size_t> places;
    for (const std::string& object : objects) {
        places.push_back(bytes.size());
        bytes += std::to_string(places.size()) + " 0 obj\n" + object + "\nendobj\n";
    }
    const std::size_t table = bytes.size();
    const std::string count = std::to_string(objects.size() + 1);
    bytes += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const std::size_t place : places) {
        const std::string digits = std::to_string(place);
        bytes += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return bytes + "trailer\n<< /Root 1 0 R /Size " + count + " " + trailer + " >>\nstartxref\n"
        + std::to_string(table) + "\n%%EOF\n";
}

inline std::string streamOf(const std::string& dictionary, const std::string& bytes)
{
    return "<< " + dictionary + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes
        + "\nendstream";
}

/// One page with this content stream, and further objects from number 5 on.
inline std::string pageWith(const std::string& content, const std::vector<std::string>& more = {},
    const std::string& pageEntries = {})
{
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R " + pageEntries + " >>",
        content};
    objects.insert(objects.end(), more.begin(), more.end());
    return pdfOf(objects);
}

/// A page with a line, and nothing that would have to be said of it.
inline std::string plainPdf()
{
    return pageWith(streamOf("", "0 0 m 100 100 l S"));
}

/// The same page beside an image of one pixel.
inline std::string pdfWithImage()
{
    return pageWith(streamOf("", "/I Do"),
        {streamOf(
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
            "x")},
        "/Resources << /XObject << /I 5 0 R >> >>");
}

} // namespace tutela::testing
