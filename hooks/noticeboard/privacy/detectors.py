"""All detectors of personal data, by the ids of the checks that tell of what they find."""

from __future__ import annotations

from collections.abc import Mapping

from noticeboard.privacy.bank_cards import find_bank_cards
from noticeboard.privacy.birth_dates import find_birth_dates
from noticeboard.privacy.hardships import find_hardships
from noticeboard.privacy.home_addresses import find_home_addresses
from noticeboard.privacy.identity_numbers import find_identity_numbers, find_masked_identity_numbers
from noticeboard.privacy.mobile_numbers import find_mobile_numbers
from noticeboard.privacy.normalized_text import Find
from noticeboard.privacy.passports import find_passports
from noticeboard.privacy.social_accounts import find_social_accounts

DETECTORS: Mapping[str, Find] = {
    "identity-number": find_identity_numbers,
    "masked-identity-number": find_masked_identity_numbers,
    "bank-card": find_bank_cards,
    "mobile-number": find_mobile_numbers,
    "passport-number": find_passports,
    "home-address": find_home_addresses,
    "birth-date": find_birth_dates,
    "social-account": find_social_accounts,
    "hardship": find_hardships,
}
