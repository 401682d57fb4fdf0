/// What 110 kinds of tokens begin with, as their providers say: a search that anybody could make.
enum TokenPrefixes {
  static let all = [
    "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "gldt-", "glrt-", "glptt-",
    "glsoat-", "glcbt-", "glagent-", "glimt-", "glft-", "gloas-", "AKIA", "ASIA", "ABIA", "ACCA",
    "AROA", "AIDA", "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxe-", "xapp-", "npm_", "pypi-",
    "rubygems_", "sk_live_", "rk_live_", "sk_test_", "rk_test_", "whsec_", "pk_live_", "SG.",
    "hvs.", "hvb.", "hvr.", "dop_v1_", "doo_v1_", "dor_v1_", "shpat_", "shpca_", "shppa_",
    "shpss_", "sq0atp-", "sq0csp-", "EAAA", "AIza", "ya29.", "GOCSPX-", "1//", "eyJhbGciOi",
    "sk-ant-", "sk-proj-", "sk-svcacct-", "hf_", "r8_", "gsk_", "pplx-", "xai-", "lsv2_pt_",
    "lsv2_sk_", "dckr_pat_", "dckr_oat_", "PMAK-", "figd_", "lin_api_", "ntn_", "secret_",
    "rdme_", "phc_", "phx_", "sntrys_", "sntryu_", "glc_", "glsa_", "NRAK-", "NRJS-", "NRII-",
    "dapi", "pscale_tkn_", "pscale_pw_", "pscale_oauth_", "tfp_", "atlasv1.", "dp.pt.", "dp.st.",
    "dp.ct.", "dp.scim.", "pul-", "ATATT3", "ATCTT3", "ATBB", "key-", "mk_live_", "duffel_test_",
    "duffel_live_", "EZAK", "EZTK", "FLWSECK", "fio-u-", "shippo_live_", "shippo_test_", "nfp_",
    "vercel_", "fo1_",
  ]

  /// As one regular expression: `ghp_|gho_|…`.
  static var alternatives: String {
    all.map { $0.replacing(".", with: "\\.") }.joined(separator: "|")
  }
}
